#include "focus_billing/workflow/ingest/import_sink.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "focus_billing/input/match_source.hpp"
#include "focus_billing/model/charges/charge_batch.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/store/imports/find_same_file.hpp"
#include "focus_billing/store/imports/import_writer.hpp"
#include "focus_billing/store/transaction.hpp"
#include "workflow/ingest/skip_known_file.hpp"

namespace focus_billing {

namespace {

// Hands batches to a thread of its own, which works on them in turn. At most `most_batches` wait,
// so memory stays bounded.
class BatchQueue {
public:
    using Work = std::function<void(const ChargeBatch&)>;

    explicit BatchQueue(Work work);
    BatchQueue(const BatchQueue&) = delete;
    BatchQueue& operator=(const BatchQueue&) = delete;
    // Drops what waits.
    ~BatchQueue();

    // Waits for room. Throws what the work threw.
    void push(ChargeBatch&& batch);
    // Waits until all is done. Throws what the work threw.
    void finish();

private:
    static constexpr std::size_t most_batches = 4;

    void run();
    void stop(bool drop);

    Work m_work;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<ChargeBatch> m_batches;
    std::exception_ptr m_error;
    bool m_closed = false;
    std::thread m_thread;
};

BatchQueue::BatchQueue(Work work) : m_work(std::move(work)), m_thread([this] { run(); }) {}

BatchQueue::~BatchQueue() {
    stop(true);
}

void BatchQueue::stop(bool drop) {
    {
        const std::lock_guard lock(m_mutex);
        if (drop)
            m_batches.clear();
        m_closed = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void BatchQueue::run() {
    while (true) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_closed || !m_batches.empty(); });
        if (m_batches.empty())
            return;
        const ChargeBatch batch = std::move(m_batches.front());
        m_batches.pop_front();
        m_changed.notify_all();
        if (m_error)
            continue;
        lock.unlock();
        try {
            m_work(batch);
        } catch (...) {
            lock.lock();
            m_error = std::current_exception();
            m_changed.notify_all();
        }
    }
}

void BatchQueue::push(ChargeBatch&& batch) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_error || m_batches.size() < most_batches; });
    if (m_error)
        std::rethrow_exception(m_error);
    m_batches.push_back(std::move(batch));
    m_changed.notify_all();
}

void BatchQueue::finish() {
    stop(false);
    if (m_error)
        std::rethrow_exception(m_error);
}

std::string base_name(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

// `bills.csv.gz` -> `bills`
std::string stem(const std::string& path) {
    std::filesystem::path name = base_name(path);
    for (const auto* const extension : {".gz", ".csv", ".json"}) {
        if (equals_ignoring_case(name.extension().string(), extension))
            name.replace_extension();
    }
    return name.string();
}

bool is_refused(const FileReport& report, OnError on_error) {
    const auto errors = report.findings.count_of(Severity::error);
    if (errors == 0)
        return false;
    const bool has_good_row = report.summary.rows() > 0;
    return on_error == OnError::refuse || !has_good_row || !report.read_to_end ||
           report.row_errors < errors;
}

class ImportSink : public ChargeSink {
public:
    ImportSink(Session& session, const DeliveryOptions& options, bool overlapped)
        : m_session(session), m_options(options), m_overlapped(overlapped),
          m_database(Database::open_for_writing(session.config().database_path)) {}

    [[nodiscard]] bool hashes_files() const override { return true; }
    [[nodiscard]] bool takes_charges() const override { return true; }
    // Most rows of a file that comes again are looked up, and not stored.
    [[nodiscard]] bool is_slowed_by_reading() const override {
        return m_overlapped && m_comes_again;
    }

    bool begin_file(FileReport& report, InputFile& input, const OnFinding& on_finding) override {
        give_up_file();
        m_settings = delivery_settings(m_session, m_options, report, on_finding);
        if (!report.has_errors() &&
            is_known_early(m_database, m_settings, report, input, on_finding))
            return false;
        m_comes_again = has_imports_of(Transaction(m_database), report.source);
        const auto* source = find_source(report.source, m_session.config().known_sources);
        m_writer.emplace(m_database,
                         ImportStart{.settings = m_settings,
                                     .cost = source == nullptr ? CostBasis::billed : source->cost,
                                     .audit_context = m_session.audit_context(),
                                     .configuration = m_session.config_text()});
        m_has_parts = report.parts > 1;
        if (report.parts == 0)
            start_queue();
        m_rejected.emplace(rejected_path(report.file));
        return true;
    }

    void begin_part(const DeliveryPart& part) override {
        m_part = m_has_parts ? part.name : std::string();
        if (m_refusal)
            return;
        m_writer->begin_part();
        start_queue();
    }

    // What waits belongs to this part, and is written before another begins.
    void end_part(const DeliveryPart& part, const std::string& sha256,
                  std::uint64_t rows) override {
        unless_refused([&] {
            if (m_queue)
                m_queue->finish();
            m_writer->end_part(
                {.name = part.name, .sha256 = sha256, .file_size = part.size, .rows_read = rows});
        });
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
        if (m_options.on_error == OnError::hold)
            m_rejected->write(header, rows, m_part);
    }

    void end_file(FileReport& report, InputFile& input, const OnFinding& on_finding) override {
        unless_refused([&] {
            if (m_queue)
                m_queue->finish();
        });
        if (m_refusal)
            report_finding(report, on_finding, m_refusal->diagnostic());
        if (m_refusal || !report.read_to_end)
            return give_up_file();
        const std::string sha256 = input.sha256();
        if (is_known(m_database, m_settings, report, sha256, on_finding))
            return give_up_file();
        report_comparison(m_writer->comparison(), m_writer->finish(), report, on_finding);
        if (report.rows == 0)
            return give_up_file();
        if (is_refused(report, m_options.on_error)) {
            m_rejected.reset();
            return;
        }
        store(report, input, sha256);
    }

    void give_up_file() override {
        m_queue.reset();
        m_writer.reset();
        m_rejected.reset();
        m_refusal.reset();
        m_part.clear();
    }

private:
    void start_queue() {
        if (m_overlapped)
            m_queue.emplace([this](const ChargeBatch& batch) { m_writer->add(batch); });
    }

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

    void store(FileReport& report, const InputFile& input, const std::string& sha256) {
        const ImportEnd end{.sha256 = sha256,
                            .file_size = input.position(),
                            .rows_read = report.rows,
                            .rejected = report.rejected,
                            .rejected_costs = report.rejected_costs};
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
        m_rejected.reset();
        note_stored(report.import_number);
    }

    // For a command whose output cannot be written after all.
    void note_stored(std::int64_t number) {
        m_first_stored = m_first_stored == 0 ? number : m_first_stored;
        m_session.note_result(m_first_stored == number
                                  ? "import " + std::to_string(number) + " is stored"
                                  : "imports " + std::to_string(m_first_stored) + " to " +
                                        std::to_string(number) + " are stored");
    }

    [[nodiscard]] std::string rejected_path(const std::string& file) const {
        return m_session.config().output_directory + "/rejected/import-" +
               std::to_string(m_writer->number()) + "-" + stem(file) + ".csv";
    }

    Session& m_session;
    DeliveryOptions m_options;
    bool m_overlapped;
    Database m_database;
    DeliverySettings m_settings;
    std::optional<ImportWriter> m_writer;
    std::optional<BatchQueue> m_queue;
    std::optional<RejectedRowsFile> m_rejected;
    std::optional<Error> m_refusal;
    bool m_has_parts = false;
    bool m_comes_again = false;
    std::string m_part;
    std::int64_t m_first_stored = 0;
};

}  // namespace

std::unique_ptr<ChargeSink> make_import_sink(Session& session, const DeliveryOptions& options,
                                             bool overlapped) {
    return std::make_unique<ImportSink>(session, options, overlapped);
}

}  // namespace focus_billing
