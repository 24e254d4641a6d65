#pragma once

#include <memory>
#include <string_view>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/directory.hpp"

namespace focus_billing {

class AttributionBasis;

/// Knows who pays: by rules, tags, the directory and the defaults of sources, in the order that
/// docs/attribution.md tells. May be used by several threads at once.
class Attributor {
public:
    /// The rules of the configuration must have been checked: a bad one is a std::logic_error.
    Attributor(const Config& config, Directory directory);
    ~Attributor();
    Attributor(const Attributor&) = delete;
    Attributor& operator=(const Attributor&) = delete;

    /// Only tags decide.
    [[nodiscard]] bool is_plain() const;

    [[nodiscard]] const AttributionBasis& basis() const { return *m_basis; }

private:
    std::unique_ptr<const AttributionBasis> m_basis;
};

/// Attributes the charges of one source. One serves one thread; remembers a bounded number.
class ChargeAttributor {
public:
    /// `source`: the name of a known source, in any case.
    ChargeAttributor(const Attributor& attributor, std::string_view source);
    ~ChargeAttributor();
    ChargeAttributor(ChargeAttributor&&) noexcept;
    ChargeAttributor& operator=(ChargeAttributor&&) = delete;

    /// The result lives until the next call, and as long as the charge.
    [[nodiscard]] const Attribution& attribute(const Charge& charge);

private:
    class Memo;
    std::unique_ptr<Memo> m_memo;
};

}  // namespace focus_billing
