#pragma once

#include <string>

#include "focus_billing/workflow/convert/run_conversion.hpp"

namespace focus_billing {

/// The FOCUS CSV that `ingest --from` makes and imports: `SOURCE_2025-01.csv` in the folder
/// `converted` of `output.directory`, where it stays; in a dry run, in a temporary folder of its
/// own, which this object removes.
class ConvertedFile {
public:
    ConvertedFile(Session& session, const std::string& source, BillingPeriod period, bool dry_run);
    ConvertedFile(const ConvertedFile&) = delete;
    ConvertedFile& operator=(const ConvertedFile&) = delete;
    ~ConvertedFile();

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Its path unless this is a dry run.
    [[nodiscard]] const std::string& name() const { return m_name; }
    /// Writes the file, replacing an existing one; not if there are errors.
    [[nodiscard]] ConversionReport convert(const ConversionRequest& request) const;

private:
    Session& m_session;
    std::string m_temporary;  // temporary folder, or empty
    std::string m_name;
    std::string m_path;
};

}  // namespace focus_billing
