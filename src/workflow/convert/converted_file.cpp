#include "focus_billing/workflow/convert/converted_file.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/model/error.hpp"

namespace focus_billing {

namespace {

std::string temporary_folder(const Host& host) {
    std::string pattern = host.environment("TMPDIR").value_or("/tmp") + "/focus-billing-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) {
        throw Error(ErrorKind::environment,
                    make_diagnostic(903, {.file = pattern, .line = 0, .column = 0},
                                    "a folder for temporary files cannot be made", {},
                                    "set TMPDIR to a folder that can be written"));
    }
    return pattern;
}

// Names of sections are free; those of files are not.
std::string file_name(const std::string& source, BillingPeriod period) {
    std::string name = source;
    for (char& c : name)
        c = c == '/' || c == '\\' ? '_' : c;
    return name + "_" + period.text() + ".csv";
}

}  // namespace

ConvertedFile::ConvertedFile(Session& session, const std::string& source, BillingPeriod period,
                             bool dry_run)
    : m_session(session) {
    const std::string folder = session.config().output_directory + "/converted";
    m_name = folder + "/" + file_name(source, period);
    m_path = m_name;
    if (dry_run) {
        m_temporary = temporary_folder(session.host());
        m_path = m_temporary + "/" + file_name(source, period);
    } else {
        make_folder(folder);
    }
}

ConvertedFile::~ConvertedFile() {
    std::error_code ignored;
    if (!m_temporary.empty())
        std::filesystem::remove_all(m_temporary, ignored);
}

ConversionReport ConvertedFile::convert(const ConversionRequest& request) const {
    AtomicFile file(m_path, ExistingFile::replaced);
    auto report =
        run_conversion(m_session, request, [&](std::string_view bytes) { file.write(bytes); });
    if (!has_failed(report)) {
        file.keep();
        report.output = m_temporary.empty() ? m_path : std::string();
    }
    return report;
}

}  // namespace focus_billing
