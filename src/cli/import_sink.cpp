#include "focus_billing/cli/import_sink.hpp"

#include <filesystem>
#include <optional>

#include "focus_billing/cli/batch_queue.hpp"
#include "focus_billing/cli/open_database.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/ascii.hpp"
#include "focus_billing/store/find_import.hpp"
#include "focus_billing/store/import_writer.hpp"

namespace focus_billing {

namespace {

std::string base_name(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

// `bills.csv.gz` -> `bills`
std::string stem(const std::string& path) {
    std::filesystem::path name = base_name(path);
    for (const auto* const extension : {".gz", ".csv"}) {
        if (equals_ignoring_case(name.extension().string(), extension))
            name.replace_extension();
    }
    return name.string();
}

void report_finding(FileReport& report, const ChargeSink::OnFinding& on_finding,
                    Diagnostic diagnostic) {
    if (report.findings.count(diagnostic.code))
        on_finding(diagnostic);
}

// A second file of a source and a month is not taken in.
void report_second_imports(Database& database, FileReport& report,
                           const ChargeSink::OnFinding& on_finding) {
    std::optional<BillingPeriod> last;
    for (const auto& entry : report.summary.periods()) {
        const BillingPeriod period = entry.first.first;
        if (last == period)
            continue;
        last = period;
        with_database_errors(database.path(), [&] {
            if (auto second =
                    find_second_import(database.handle(), report.source, period, report.file))
                report_finding(report, on_finding, std::move(*second));
        });
    }
}

bool is_refused(const FileReport& report, OnError on_error) {
    const auto errors = report.findings.count_of(Severity::error);
    if (errors == 0)
        return false;
    return on_error == OnError::refuse || !report.read_to_end || report.row_errors < errors;
}

class ImportSink : public ChargeSink {
public:
    ImportSink(Session& session, OnError on_error, bool overlapped)
        : m_session(session), m_on_error(on_error), m_overlapped(overlapped),
          m_database(Database::open_for_writing(session.config().database_path)) {}

    [[nodiscard]] bool takes_charges() const override { return true; }

    void begin_file(const FileReport& report) override {
        const auto* source = find_source(report.source, m_session.config().known_sources);
        m_writer.emplace(m_database,
                         ImportStart{.source = report.source,
                                     .file_name = base_name(report.file),
                                     .cost = source == nullptr ? CostBasis::billed : source->cost,
                                     .occasion = m_session.occasion()});
        if (m_overlapped)
            m_queue.emplace([this](const ChargeBatch& batch) { m_writer->add(batch); });
        m_rejected.emplace(rejected_path(report.file));
    }

    void add(ChargeBatch&& batch) override {
        unless_refused([&] {
            if (m_queue) {
                m_queue->push(std::move(batch));
            } else {
                m_writer->add(batch);
            }
        });
    }

    void reject(const std::vector<std::string>& header,
                const std::vector<RejectedRow>& rows) override {
        if (m_on_error == OnError::hold)
            m_rejected->write(header, rows);
    }

    void end_file(FileReport& report, InputFile& input, const OnFinding& on_finding) override {
        unless_refused([&] {
            if (m_queue)
                m_queue->finish();
        });
        if (m_refusal)
            report_second_imports(m_database, report, on_finding);
        if (m_refusal && !report.has_errors())
            throw *m_refusal;
        if (m_refusal || is_refused(report, m_on_error))
            return give_up_file();
        const ImportEnd end{.sha256 = input.sha256(),
                            .file_size = input.position(),
                            .rows_read = report.rows,
                            .rejected = report.rejected};
        const bool has_rejected = !m_rejected->is_empty();
        if (has_rejected)
            m_rejected->keep();
        try {
            report.import_number = m_writer->commit(end, report.summary);
        } catch (...) {
            if (has_rejected)
                m_rejected->discard();
            throw;
        }
        if (has_rejected)
            report.rejected_file = m_rejected->path();
        give_up_file();
    }

    void give_up_file() override {
        m_queue.reset();
        m_writer.reset();
        m_rejected.reset();
        m_refusal.reset();
    }

private:
    // What is stored already may refuse the file: it is read on, so that all its errors are told.
    void unless_refused(const std::function<void()>& action) {
        if (m_refusal)
            return;
        try {
            action();
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::state)
                throw;
            m_queue.reset();
            m_writer.reset();
            m_refusal = error;
        }
    }

    [[nodiscard]] std::string rejected_path(const std::string& file) const {
        return m_session.config().output_directory + "/rejected/import-" +
               std::to_string(m_writer->number()) + "-" + stem(file) + ".csv";
    }

    Session& m_session;
    OnError m_on_error;
    bool m_overlapped;
    Database m_database;
    std::optional<ImportWriter> m_writer;
    std::optional<BatchQueue> m_queue;
    std::optional<RejectedRowsFile> m_rejected;
    std::optional<Error> m_refusal;
};

class DryRunSink : public ChargeSink {
public:
    explicit DryRunSink(Session& session) : m_database(find_database(session)) {}

    [[nodiscard]] bool takes_charges() const override { return false; }
    void begin_file(const FileReport&) override {}
    void add(ChargeBatch&&) override {}
    void reject(const std::vector<std::string>&, const std::vector<RejectedRow>&) override {}

    void end_file(FileReport& file, InputFile&, const OnFinding& on_finding) override {
        if (m_database && !file.source.empty())
            report_second_imports(*m_database, file, on_finding);
    }

    void give_up_file() override {}

private:
    std::optional<Database> m_database;
};

}  // namespace

std::unique_ptr<ChargeSink> make_import_sink(Session& session, OnError on_error, bool overlapped) {
    return std::make_unique<ImportSink>(session, on_error, overlapped);
}

std::unique_ptr<ChargeSink> make_dry_run_sink(Session& session) {
    return std::make_unique<DryRunSink>(session);
}

}  // namespace focus_billing
