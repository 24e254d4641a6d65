#pragma once

#include <string>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// The sections under `convert`. `config` has been read before: its currency and organization are
/// the defaults. Files are relative to `folder`.
[[nodiscard]] std::vector<ConversionConfig> read_conversions(ConfigReader& reader,
                                                             const Setting& setting,
                                                             const std::string& folder,
                                                             const Config& config);

/// The settings of a kind of converter without a section; nothing if it needs one.
[[nodiscard]] ConversionConfig usual_conversion(ConversionKind kind, const Config& config);

}  // namespace focus_billing
