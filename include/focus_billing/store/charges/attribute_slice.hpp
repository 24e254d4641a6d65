#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/flag.hpp"
#include "focus_billing/store/charges/attributed_charge.hpp"

namespace focus_billing {

/// Some of the charges of a month, read by a connection of their own. One serves one thread.
class AttributeSlice {
public:
    class Run;

    explicit AttributeSlice(std::unique_ptr<Run> run);
    AttributeSlice(AttributeSlice&&) noexcept;
    AttributeSlice& operator=(AttributeSlice&&) = delete;
    ~AttributeSlice();

    /// False behind the last charge.
    [[nodiscard]] bool next();
    [[nodiscard]] const AttributedCharge& charge() const;
    /// The text of tags as they are stored.
    [[nodiscard]] std::string tags(std::int64_t tag_set);

    /// What the charge just read is to have from now on. A charge that was decided, and whose payer
    /// or flags are others now, loses its decision and is held.
    void set(const Attribution& attribution, FlagSet flags);

private:
    friend class AttributeMonth;
    std::unique_ptr<Run> m_run;
};

}  // namespace focus_billing
