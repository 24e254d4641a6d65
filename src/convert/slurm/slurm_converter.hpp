#pragma once

#include <memory>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/model/convert/slurm_pricing.hpp"

namespace focus_billing {

/// Charges the jobs of Slurm for what they used in one month: `sacct --parsable2` or JSON. Jobs
/// that run across the ends of the month are cut exactly there. Control totals in core-seconds and
/// GPU-seconds. Findings: FB601 to FB603, FB605, FB607, FB609, FB610.
class SlurmConverter : public Converter {
public:
    SlurmConverter(const ConversionBasics& basics, const SlurmPricing& terms, BillingPeriod period,
                   const ConverterOutput& output);
    ~SlurmConverter() override;

    void read(const ConverterInput& input) override;
    void finish() override;
    [[nodiscard]] std::vector<std::string> extra_columns() const override;

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

}  // namespace focus_billing
