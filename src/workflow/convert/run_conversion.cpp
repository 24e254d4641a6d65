#include "focus_billing/workflow/convert/run_conversion.hpp"

#include <algorithm>
#include <filesystem>
#include <future>
#include <map>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "focus_billing/convert/converters.hpp"
#include "focus_billing/files/delivery_input.hpp"
#include "focus_billing/files/expand_inputs.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/format/sha256.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/render/reports/focus_csv.hpp"
#include "focus_billing/workflow/convert/find_conversion.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t batch_size = 1024;
constexpr std::size_t block_size = std::size_t{1} << 18U;

std::optional<std::string> read_metadata(const std::string& path) {
    std::error_code error;
    const auto type = std::filesystem::status(path, error).type();
    if (type == std::filesystem::file_type::not_found || error == std::errc::filename_too_long)
        return std::nullopt;
    return read_text_file(path, ErrorKind::environment, 901);
}

// The bytes as they are unpacked, so that a copy is known by a file beside its `.gz` too.
class HashedSource : public ByteSource {
public:
    explicit HashedSource(ByteSource& source) : m_source(source) {}

    std::size_t read(char* buffer, std::size_t size) override {
        const auto count = m_source.read(buffer, size);
        m_hasher.update({buffer, count});
        return count;
    }

    [[nodiscard]] Sha256 finish() { return m_hasher.finish(); }

private:
    ByteSource& m_source;
    Sha256Hasher m_hasher;
};

void add_folder(const std::string& folder, std::vector<std::string>& files) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.'))
            found.push_back(entry.path().string());
    }
    std::ranges::sort(found, naturally_before);
    files.insert(files.end(), found.begin(), found.end());
}

class ConversionRun {
public:
    ConversionRun(Session& session, const ConversionRequest& request,
                  const std::function<void(std::string_view)>& write)
        : m_session(session), m_write(write),
          m_found(find_conversion(session, request.source, request.map)),
          m_traits(converter_traits(m_found.conversion.kind)), m_request(request) {
        m_report.source = m_found.conversion.basics.name;
        m_report.period = request.period;
        m_report.findings =
            Findings(request.all_findings ? Findings::no_limit : Findings::usual_limit);
        const auto& mapping = session.config().tag_mapping.keys;
        for (const auto attribute : {Attribute::pi_email, Attribute::project_id}) {
            const auto& keys = mapping[index_of(attribute)];
            if (!keys.empty())
                m_payer_keys.push_back(keys.front());
        }
    }

    ConversionReport run() {
        const ConverterOutput output{.on_row = [&](const FocusRow& row) { take(row); },
                                     .on_finding = [&](const auto& finding) { tell(finding); },
                                     .totals = m_report.totals,
                                     .unmapped = m_report.unmapped};
        const auto converter =
            make_converter(m_found.conversion, m_request.period, output, read_metadata);
        m_csv.emplace(ConverterMark{.name = std::string(name_of(m_found.conversion.kind)),
                                    .version = FOCUS_BILLING_VERSION,
                                    .config_hash = m_found.hash},
                      converter->extra_columns());
        m_block = m_csv->header();
        convert(*converter);
        finish();
        return std::move(m_report);
    }

private:
    void convert(Converter& converter) {
        try {
            read_files(converter);
            converter.finish();
        } catch (const DecimalOverflow& overflow) {
            tell(make_diagnostic(606, {}, overflow.what(), {},
                                 "look for a quantity or a price that is out of all proportion"));
        }
    }

    void read_files(Converter& converter) {
        for (const auto& path : files()) {
            const std::string name = path == "-" ? "<stdin>" : path;
            m_report.files.push_back(name);
            if (m_traits.has_manifests && is_manifest_name(path)) {
                read_delivery(converter, path);
                continue;
            }
            const auto input = open_input(path, name);
            read_once(converter, name, input->bytes());
            input->check_unchanged();
        }
    }

    // Files without charges may be equal, and so may parts of one delivery.
    void read_once(Converter& converter, const std::string& name, ByteSource& source) {
        if (!m_traits.sums_all_rows)
            return read(converter, name, source);
        const auto taken = m_taken;
        HashedSource hashed(source);
        read(converter, name, hashed);
        if (m_taken == taken)
            return;
        const auto [first, is_new] = m_contents.emplace(hashed.finish(), name);
        if (!is_new) {
            tell(make_diagnostic(651, {.file = name, .line = 0, .column = 0},
                                 "the file has the content of another one", first->second,
                                 "leave one of them out: both would be charged"));
        }
    }

    void read(Converter& converter, const std::string& name, ByteSource& source) {
        ProviderBytes bytes(source);
        if (!bytes.is_utf16())
            return converter.read({name, bytes});
        tell(make_diagnostic(601, {.file = name, .line = 0, .column = 0}, "the file is UTF-16", {},
                             "write it as UTF-8: in PowerShell by | Out-File -Encoding utf8"));
    }

    void read_delivery(Converter& converter, const std::string& path) {
        const auto delivery = find_delivery(path);
        for (const auto& fault : delivery.faults)
            tell(fault);
        if (!delivery.faults.empty())
            return;
        DeliveryInput input(delivery.parts, false);
        for (const auto& part : delivery.parts) {
            input.begin_part(part);
            read(converter, part.path, input.bytes());
            static_cast<void>(input.end_part());
        }
    }

    std::vector<std::string> files() {
        if (m_traits.has_manifests) {
            auto inputs = expand_inputs(m_request.inputs);
            for (const auto& warning : inputs.warnings)
                tell(warning);
            if (!inputs.errors.empty())
                throw inputs.errors.front();
            refuse_several_deliveries(inputs.files);
            return inputs.files;
        }
        std::vector<std::string> files;
        for (const auto& name : m_request.inputs) {
            if (std::filesystem::is_directory(name)) {
                add_folder(name, files);
            } else {
                files.push_back(name);
            }
        }
        return files;
    }

    // Deliveries restate each other: the rows of two would be charged twice.
    static void refuse_several_deliveries(const std::vector<std::string>& files) {
        if (files.size() < 2 || std::ranges::none_of(files, is_manifest_name))
            return;
        throw Error(ErrorKind::usage,
                    make_diagnostic(20, {}, "there is more than one delivery", files[1],
                                    "name the manifest of one delivery, or its files"));
    }

    // Rows are written by another thread, a batch at a time, while the next batch comes about.
    void take(const FocusRow& row) {
        if (m_count == m_batch.size())
            m_batch.emplace_back();
        m_batch[m_count++] = row;
        ++m_taken;
        if (m_count == batch_size)
            hand_over();
    }

    void hand_over() {
        wait();
        std::swap(m_batch, m_written);
        const auto count = std::exchange(m_count, 0);
        m_writing = std::async(std::launch::async, [this, count] { write(count); });
    }

    void wait() {
        if (m_writing.valid())
            m_writing.get();
    }

    void write(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            m_report.add(m_written[i], m_payer_keys);
            m_csv->append(m_written[i], m_block);
            if (m_block.size() >= block_size)
                flush();
        }
    }

    void flush() {
        m_write(m_block);
        m_block.clear();
    }

    void tell(const Diagnostic& finding) {
        if (!m_report.findings.count(finding.code))
            return;
        if (m_request.prints_findings)
            m_session.print(finding);
        m_report.findings.keep(finding);
    }

    void finish() {
        wait();
        std::swap(m_batch, m_written);
        write(m_count);
        flush();
        if (m_report.rows == 0 && !has_failed(m_report)) {
            tell(make_diagnostic(608, {}, "nothing to charge in " + m_request.period.text(), {},
                                 "see the control totals for what was read, and --period"));
        }
        for (const auto& total : m_report.totals.totals()) {
            if (!has_failed(m_report) && !total.is_balanced())
                throw std::logic_error("the control total of " + total.quantity +
                                       " is not balanced");
        }
        if (m_request.prints_findings)
            tell_counts();
    }

    void tell_counts() {
        for (const auto& code : diagnostic_codes()) {
            const auto all = m_report.findings.count_of(code.code);
            const auto shown = static_cast<std::uint64_t>(
                std::ranges::count(m_report.findings.kept(), code.code, &Diagnostic::code));
            if (all > shown) {
                m_session.host().err << "FB" << code.code << ": the first " << shown << " of "
                                     << all << " are shown; --all shows all\n";
            }
        }
    }

    Session& m_session;
    const std::function<void(std::string_view)>& m_write;
    FoundConversion m_found;
    ConverterTraits m_traits;
    const ConversionRequest& m_request;
    std::vector<std::string> m_payer_keys;
    ConversionReport m_report;
    std::optional<FocusCsv> m_csv;
    std::string m_block;
    std::vector<FocusRow> m_batch;
    std::size_t m_count = 0;                   // of its rows
    std::uint64_t m_taken = 0;                 // rows of all batches
    std::map<Sha256, std::string> m_contents;  // the name of the file by its content
    std::vector<FocusRow> m_written;
    std::future<void> m_writing;  // the last member: what it works with outlives it
};

}  // namespace

ConversionReport run_conversion(Session& session, const ConversionRequest& request,
                                const std::function<void(std::string_view)>& write) {
    return ConversionRun(session, request, write).run();
}

bool has_failed(const ConversionReport& report) {
    return report.findings.count_of(Severity::error) > 0;
}

}  // namespace focus_billing
