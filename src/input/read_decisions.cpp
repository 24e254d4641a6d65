#include "focus_billing/input/read_decisions.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "focus_billing/format/csv_reader.hpp"
#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

class DecisionReader {
public:
    DecisionReader(ByteSource& bytes, const std::string& name)
        : m_reader(bytes, name), m_name(name) {}

    ReadDecisions run() {
        if (auto failure = m_reader.read_header()) {
            m_result.errors.push_back(std::move(*failure));
            return std::move(m_result);
        }
        find_columns();
        if (!m_result.errors.empty())
            return std::move(m_result);
        CsvRecord record;
        while (auto block = m_reader.next_block()) {
            while (block->next(record))
                read_row(record);
            if (block->failure())
                m_result.errors.push_back(*block->failure());
        }
        return std::move(m_result);
    }

private:
    void fail(std::uint64_t line, std::string message, std::string value, std::string help) {
        m_result.errors.push_back(make_diagnostic(567, {.file = m_name, .line = line, .column = 0},
                                                  std::move(message), std::move(value),
                                                  std::move(help)));
    }

    void find_columns() {
        const auto& header = m_reader.header();
        for (std::size_t i = 0; i < header.size(); ++i)
            m_columns.emplace(lower_case(header[i]), i);
        for (const auto* needed : {"charge", "decision"}) {
            if (!m_columns.contains(needed)) {
                fail(1, "the column '" + std::string(needed) + "' is missing", {},
                     "begin with the list that is written by: focus-billing review list --format "
                     "csv");
            }
        }
    }

    std::optional<std::string> cell(CsvRecord& record, std::string_view column) {
        const auto found = m_columns.find(std::string(column));
        if (found == m_columns.end() || found->second >= record.size())
            return std::nullopt;
        return std::string(without_formula_guard(trimmed(record.text(found->second))));
    }

    void read_row(CsvRecord& record) {
        if (record.size() != m_reader.header().size()) {
            return fail(record.line(),
                        "the row has " + std::to_string(record.size()) + " fields, the header " +
                            std::to_string(m_reader.header().size()),
                        {}, "quote a field that has a comma in it");
        }
        const auto word = lower_case(cell(record, "decision").value_or(""));
        if (word.empty()) {
            ++m_result.undecided;
            return;
        }
        const auto verdict = std::ranges::find(verdict_names, word);
        if (verdict == verdict_names.end()) {
            return fail(record.line(), "decision: not one of the decisions", word,
                        "write approve, reject, reassign or withdraw, or leave it empty");
        }
        DecisionRequest request{.verdict = static_cast<Verdict>(verdict - verdict_names.begin()),
                                .note = cell(record, "note").value_or(""),
                                .seen_version = cell(record, "seen").value_or(""),
                                .line = record.line()};
        const auto number = cell(record, "charge").value_or("");
        const auto* end = number.data() + number.size();
        const auto [stop, error] = std::from_chars(number.data(), end, request.charge);
        if (error != std::errc() || stop != end || request.charge < 1) {
            return fail(record.line(), "charge: not the number of a charge", number,
                        "leave the numbers as they were listed");
        }
        for (std::size_t i = 0; i < payer_attribute_count; ++i)
            request.payer[i] = cell(record, attribute_names[i]);
        m_result.requests.push_back(std::move(request));
    }

    CsvReader m_reader;
    const std::string& m_name;
    std::map<std::string, std::size_t> m_columns;
    ReadDecisions m_result;
};

}  // namespace

ReadDecisions read_decisions(ByteSource& bytes, const std::string& name) {
    return DecisionReader(bytes, name).run();
}

}  // namespace focus_billing
