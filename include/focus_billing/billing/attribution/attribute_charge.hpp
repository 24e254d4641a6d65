#pragma once

#include <memory>
#include <string_view>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/charge.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/directory.hpp"

namespace focus_billing {

class AttributionBasis;

/// Decides who pays, by rules, tags, the directory and the defaults of sources, in the order
/// described in docs/attribution.md. Several threads may use it at once.
class Attributor {
public:
    /// The rules of the configuration must be valid: throws std::logic_error for a bad one.
    Attributor(const Config& config, Directory directory);
    ~Attributor();
    Attributor(const Attributor&) = delete;
    Attributor& operator=(const Attributor&) = delete;

    /// Uses tags only.
    [[nodiscard]] bool is_plain() const;

    [[nodiscard]] const AttributionBasis& basis() const { return *m_basis; }

private:
    std::unique_ptr<const AttributionBasis> m_basis;
};

/// Attributes the charges of one source. Use one for each thread; remembers a bounded number.
class ChargeAttributor {
public:
    /// `source`: the name of a known source, in any case.
    ChargeAttributor(const Attributor& attributor, std::string_view source);
    ~ChargeAttributor();
    ChargeAttributor(ChargeAttributor&&) noexcept;
    ChargeAttributor& operator=(ChargeAttributor&&) = delete;

    /// The result is valid until the next call, and as long as the charge.
    [[nodiscard]] const Attribution& attribute(const Charge& charge);

private:
    class Memo;
    std::unique_ptr<Memo> m_memo;
};

}  // namespace focus_billing
