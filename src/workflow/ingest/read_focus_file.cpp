#include "workflow/ingest/read_focus_file.hpp"

#include <algorithm>

#include "focus_billing/files/interruption.hpp"
#include "focus_billing/format/csv_reader.hpp"
#include "focus_billing/format/read_blocks.hpp"
#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/input/canonical_charge.hpp"
#include "focus_billing/input/match_source.hpp"
#include "focus_billing/input/parse_charge.hpp"
#include "focus_billing/workflow/ingest/delivery_options.hpp"

namespace focus_billing {

namespace {

struct BlockReport {
    explicit BlockReport(std::size_t limit) : findings(limit) {}

    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    Findings findings;
    ChargeSummary summary;
    ChargeBatch charges;
    std::vector<RejectedRow> rejected_rows;
    std::map<std::string, ChargeTally> rejected_costs;
    std::optional<Diagnostic> failure;
};

// The reasons of one row, found again: a rejected row is rare, and the findings of the block keep
// only the first of each code.
RejectedRow rejected_row(ChargeParser& parser, CsvRecord& record) {
    Findings findings(Findings::no_limit);
    Charge charge;
    (void)parser.parse(record, charge, findings);
    RejectedRow row{.line = record.line(), .fields = {}, .reasons = {}};
    for (std::size_t i = 0; i < record.size(); ++i)
        row.fields.emplace_back(record.text(i));
    for (const auto& diagnostic : findings.kept()) {
        if (diagnostic.severity == Severity::error)
            row.reasons += (row.reasons.empty() ? "" : "; ") + diagnostic.message;
    }
    return row;
}

[[noreturn]] void refuse_too_many_months(const std::string& file) {
    throw Error(ErrorKind::state,
                make_diagnostic(306, {.file = file, .line = 0, .column = 0},
                                "the file has more than 1000 pairs of month and currency", {},
                                "check BillingPeriodStart; a bill is of few months"));
}

CostBasis cost_of(const Config& config, const std::string& source) {
    const auto* known = find_source(source, config.known_sources);
    return known == nullptr ? CostBasis::billed : known->cost;
}

// Examines blocks of a file, one after the other, in one thread.
class BlockExaminer {
public:
    BlockExaminer(const ColumnBinding& binding, const Examination& examination,
                  const std::string& file, const std::string& source)
        : m_examination(examination), m_file(file), m_attributor(examination.attributor, source),
          m_parser(binding, examination.tags, file, examination.config.currency,
                   cost_of(examination.config, source)) {
        if (examination.sink != nullptr && examination.sink->takes_charges())
            m_normalizer.emplace();
    }

    BlockReport operator()(CsvBlock& block) {
        BlockReport report(m_examination.all_findings ? Findings::no_limit : Findings::usual_limit);
        if (m_normalizer)
            m_normalizer->begin_batch();
        while (block.next(m_record)) {
            ++report.rows;
            examine_record(report);
        }
        report.failure = block.failure();
        return report;
    }

private:
    void examine_record(BlockReport& report) {
        if (!m_parser.parse(m_record, m_charge, report.findings)) {
            ++report.rejected;
            if (const auto cost = m_parser.cost_of_rejected(m_record))
                report.rejected_costs[std::string(cost->currency)].add(cost->billed_cost, false);
            if (m_normalizer)
                report.rejected_rows.push_back(rejected_row(m_parser, m_record));
            return;
        }
        const auto& attribution = m_attributor.attribute(m_charge);
        const auto flags =
            m_examination.flagger.flag(m_charge, attribution, m_file, report.findings);
        report.summary.add(m_charge, flags);
        if (m_normalizer)
            m_normalizer->add(m_charge, attribution, flags, report.charges);
        if (report.summary.periods().size() > ChargeSummary::most_keys)
            refuse_too_many_months(m_file);
    }

    const Examination& m_examination;
    const std::string& m_file;
    ChargeAttributor m_attributor;
    ChargeParser m_parser;
    std::optional<ChargeNormalizer> m_normalizer;
    CsvRecord m_record;
    Charge m_charge;
};

class FileExaminer {
public:
    FileExaminer(ByteSource& bytes, const std::string& file, const Examination& examination,
                 FileReport& report)
        : m_reader(bytes, file), m_file(file), m_examination(examination), m_report(report) {}

    void run() {
        if (const auto failure = m_reader.read_header())
            return report(*failure);
        if (!bind())
            return;
        read_blocks(
            m_reader, m_examination.threads,
            [this] { return BlockExaminer(m_binding, m_examination, m_file, m_report.source); },
            [this](BlockReport&& block) { take(std::move(block)); });
        m_report.read_to_end = !m_has_failed;
    }

private:
    void report(const Diagnostic& diagnostic) {
        if (m_report.findings.count(diagnostic.code))
            m_examination.on_finding(diagnostic);
    }

    bool bind() {
        m_report.columns = m_reader.header();
        auto bound = bind_columns(m_reader.header(), m_file);
        for (const auto& diagnostic : bound.diagnostics)
            report(diagnostic);
        m_binding = bound.binding;
        m_report.focus_columns = bound.focus_columns;
        m_report.passed_over = std::move(bound.passed_over);
        return std::ranges::none_of(bound.diagnostics, [](const Diagnostic& diagnostic) {
            return diagnostic.severity == Severity::error;
        });
    }

    void take(BlockReport&& block) {
        stop_if_interrupted();
        m_report.rows += block.rows;
        m_report.rejected += block.rejected;
        m_report.row_errors += block.findings.count_of(Severity::error);
        m_report.summary.append(block.summary);
        for (const auto& [currency, tally] : block.rejected_costs)
            m_report.rejected_costs[currency].append(tally);
        if (m_report.summary.periods().size() > ChargeSummary::most_keys)
            refuse_too_many_months(m_file);
        m_report.findings.append(std::move(block.findings));
        for (const auto& diagnostic : m_report.findings.take_kept()) {
            m_examination.on_finding(diagnostic);
        }
        if (block.failure) {
            m_has_failed = true;
            report(*block.failure);
        }
        if (m_examination.sink != nullptr && m_examination.sink->takes_charges()) {
            m_examination.sink->reject(m_reader.header(), block.rejected_rows);
            m_examination.sink->add(std::move(block.charges));
        }
        if (m_examination.on_progress)
            m_examination.on_progress();
    }

    CsvReader m_reader;
    const std::string& m_file;
    const Examination& m_examination;
    FileReport& m_report;
    ColumnBinding m_binding;
    bool m_has_failed = false;
};

void report_cost_gap(const Examination& examination, FileReport& report,
                     const std::string& currency, const CurrencyTotals& totals) {
    report_finding(report, examination.on_finding,
                   make_diagnostic(305, {.file = report.file, .line = 0, .column = 0},
                                   "billed and effective cost are far apart: " +
                                       totals.billed_with_effective().text() + " and " +
                                       totals.effective.text() + " " + currency,
                                   {},
                                   "BilledCost adds up to the invoice, EffectiveCost spreads "
                                   "prepayments over their use; set cost: billed or cost: "
                                   "effective for the source"));
}

}  // namespace

void read_focus_file(ByteSource& bytes, const std::string& file, const Examination& examination,
                     FileReport& report) {
    FileExaminer(bytes, file, examination, report).run();
}

void examine_sums(const Examination& examination, FileReport& report) {
    if (report.rows == 0 && report.read_to_end) {
        report_finding(report, examination.on_finding,
                       make_diagnostic(115, {.file = report.file, .line = 0, .column = 0},
                                       "the file has column names and no rows", {},
                                       "check the export if charges were expected"));
    }
    for (const auto& [currency, totals] : report.summary.currencies()) {
        if (costs_differ_much(totals))
            report_cost_gap(examination, report, currency, totals);
    }
}

}  // namespace focus_billing
