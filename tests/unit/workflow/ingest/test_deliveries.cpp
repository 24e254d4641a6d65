#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"
#include "workflow/ingest/delivery_model.hpp"

using namespace focus_billing;

namespace {

using Row = DeliveryModel::Row;
using How = DeliveryModel::How;

const std::string tags = R"("{""pi_email"":""ada@example.edu"",""project_id"":""reef"",)"
                         R"(""fund_org"":""123456-2345""}")";

std::string month_text(int month) {
    return "2024-0" + std::to_string(month);
}

// The serial number is in a column that is not stored: two files never have the same bytes.
std::string file_of(const std::vector<Row>& rows, int bad, long serial) {
    std::string text = "BillingPeriodStart,BilledCost,BillingCurrency,ResourceId,Tags,x_Serial\n";
    const auto add = [&](const Row& row, const std::string& cost) {
        text += month_text(row.month) + "-01," + cost + ",USD," + row.resource + "," + tags + "," +
                std::to_string(serial) + "\n";
    };
    for (const auto& row : rows)
        add(row, row.cost);
    for (int i = 0; i < bad; ++i)
        add(rows.front(), "x");
    return text;
}

std::vector<Row> any_rows() {
    return *rc::gen::resize(
        6, rc::gen::nonEmpty(rc::gen::container<std::vector<Row>>(rc::gen::build<Row>(
               rc::gen::set(&Row::month, rc::gen::resize(100, rc::gen::inRange(1, 4))),
               rc::gen::set(&Row::resource, rc::gen::element<std::string>("vm-1", "vm-2")),
               rc::gen::set(&Row::cost, rc::gen::element<std::string>("1", "2.5", "10.01"))))));
}

std::string command_text(const std::vector<std::string>& arguments) {
    std::string text = "$";
    for (const auto& argument : arguments)
        text += " " + argument;
    return text + "\n";
}

/// Does a step in the program and in the model, and compares what they come to.
class Run {
public:
    Run()
        : m_database(m_folder.file("a.db")),
          m_config(m_folder.write(
              "c.yaml", "imports:\n"
                        "  max_shrink: 1\n"
                        "  known_sources:\n"
                        "    - {name: Sheet, pattern: sheet, fund_org: IT, account_code: A}\n"
                        "    - {name: Snap, pattern: snap, fund_org: IT, account_code: A, "
                        "delivery: snapshot}\n"
                        "output: {directory: " +
                            m_folder.path() + "}\n")) {}

    void step() {
        switch (*rc::gen::weightedElement<int>({{8, 0}, {2, 1}, {1, 2}, {1, 3}, {1, 4}})) {
        case 0: deliver(); break;
        case 1: close(*rc::gen::resize(100, rc::gen::inRange(1, 4))); break;
        case 2:
            change(*rc::gen::resize(100, rc::gen::inRange(1, 4)), "reopen", "closed", "open");
            break;
        case 3:
            change(*rc::gen::resize(100, rc::gen::inRange(1, 4)), "finalize", "closed",
                   "finalized");
            break;
        default: mend(); break;
        }
        compare();
    }

private:
    Ran run(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--database", m_database});
        return run_with(m_config, arguments);
    }

    void deliver() {
        const bool snapshot = *rc::gen::arbitrary<bool>();
        const std::string name =
            snapshot ? "snap.csv" : *rc::gen::element<std::string>("sheet_a.csv", "sheet_b.csv");
        const auto rows = any_rows();
        const int bad = *rc::gen::weightedElement<int>({{5, 0}, {1, 1}});
        const bool as_corrections = *rc::gen::arbitrary<bool>();
        const How how = snapshot ? How::snapshot
                                 : *rc::gen::weightedElement<How>(
                                       {{4, How::by_name}, {2, How::replace}, {2, How::append}});
        std::optional<long> other;
        if (how == How::replace && *rc::gen::arbitrary<bool>())
            other = *rc::gen::resize(100, rc::gen::inRange<long>(1, m_imports + 2));
        take(name, rows, bad, how, other, as_corrections);
    }

    void mend() {
        std::vector<long> numbers;
        for (const auto& [number, months] : m_months_of) {
            std::size_t found = 0;
            for (const auto& [source, by_month] : m_model.files) {
                for (const auto& [month, list] : by_month)
                    found += static_cast<std::size_t>(
                        std::ranges::count_if(list, [&, wanted = number](auto& file) {
                            return file.number == wanted && file.to_mend > 0;
                        }));
            }
            if (found == months)
                numbers.push_back(number);
        }
        if (numbers.empty())
            return;
        const long number = *rc::gen::elementOf(numbers);
        take("mended.csv", {any_rows().front()}, 0, How::mend, number, *rc::gen::arbitrary<bool>());
    }

    std::vector<std::string> words(const std::string& path, How how, std::optional<long> other,
                                   bool as_corrections) {
        std::vector<std::string> arguments = {"ingest", path, "--json", "--on-error", "hold"};
        if (how == How::replace)
            arguments.push_back(other ? "--replace=" + std::to_string(*other) : "--replace");
        if (how == How::append)
            arguments.emplace_back("--append");
        if (how == How::mend)
            arguments.insert(arguments.end(), {"--mends", std::to_string(*other)});
        if (as_corrections)
            arguments.emplace_back("--as-corrections");
        return arguments;
    }

    std::string source_of(const std::string& name, std::optional<long> other) {
        if (name != "mended.csv")
            return name.starts_with("snap") ? "Snap" : "Sheet";
        return m_source_of.at(*other);
    }

    void take(const std::string& name, const std::vector<Row>& rows, int bad, How how,
              std::optional<long> other, bool as_corrections) {
        const auto path = m_folder.write(name, file_of(rows, bad, ++m_serial));
        const auto ran = run(words(path, how, other, as_corrections));
        RC_LOG() << command_text(words(path, how, other, as_corrections)) << file_of(rows, bad, 0)
                 << ran.out << ran.err;
        const auto source = source_of(name, other);
        const bool expected =
            m_model.deliver(source, name, rows, bad, how, other, as_corrections, m_imports + 1);
        const auto report = ran.json().at("files").at(0);
        RC_ASSERT(report.at("import").is_null() != expected);
        RC_ASSERT(ran.exit_code == (expected && bad == 0 ? 0 : 1));
        RC_CLASSIFY(expected, "taken");
        RC_CLASSIFY(!expected, "refused");
        if (!expected)
            return;
        ++m_imports;
        m_source_of[m_imports] = source;
        remember_mending(rows, bad, how, other);
    }

    void remember_mending(const std::vector<Row>& rows, int bad, How how,
                          std::optional<long> other) {
        std::vector<int> months;
        for (const auto& row : rows)
            months.push_back(row.month);
        std::ranges::sort(months);
        const auto distinct = std::unique(months.begin(), months.end()) - months.begin();
        if (bad > 0)
            m_months_of[m_imports] = static_cast<std::size_t>(distinct);
        if (how != How::mend)
            return;
        for (auto& [source, by_month] : m_model.files) {
            for (auto& [month, list] : by_month) {
                for (auto& file : list)
                    file.to_mend = file.number == *other ? 0 : file.to_mend;
            }
        }
    }

    void close(int month) {
        std::vector<std::string> arguments = {"periods", "close", month_text(month)};
        if (const int held = m_model.held(month); held > 0)
            arguments.insert(arguments.end(), {"--with-held", std::to_string(held)});
        if (const int rejected = m_model.to_mend(month); rejected > 0)
            arguments.insert(arguments.end(), {"--with-rejected", std::to_string(rejected)});
        const auto now = m_model.sources_of(month);
        for (const auto& source : m_model.sources_of(month - 1)) {
            if (std::ranges::find(now, source) == now.end())
                arguments.insert(arguments.end(), {"--without", source});
        }
        expect(month, arguments, "open", "closed");
    }

    void change(int month, const std::string& verb, const std::string& from,
                const std::string& to) {
        std::vector<std::string> arguments = {"periods", verb, month_text(month)};
        if (verb == "reopen")
            arguments.insert(arguments.end(), {"--reason", "a test"});
        else if (m_model.status.contains(month) && m_model.status.at(month) == from)
            settle(month);
        expect(month, arguments, from, to);
    }

    // A month is final when its statements are issued and its journals accepted.
    void settle(int month) {
        const auto period = month_text(month);
        const auto issued = run({"statements", "--period", period, "--issue", "--format", "json"});
        RC_LOG() << issued.err;
        RC_ASSERT(issued.exit_code == 0);
        const auto file = m_folder.file("journal-" + std::to_string(++m_serial) + ".csv");
        const auto made = run({"journals", "--period", period, "--format", "gl", "--output", file,
                               "--date", period + "-28", "--json"});
        RC_LOG() << made.out << made.err;
        RC_ASSERT(made.exit_code == 0);
        const auto number = made.json().at("journal");
        if (!number.is_null())
            (void)run({"journals", "mark", std::to_string(number.get<int>()), "accepted"});
    }

    void expect(int month, const std::vector<std::string>& arguments, const std::string& from,
                const std::string& to) {
        const bool is_there = m_model.status.contains(month) && m_model.status.at(month) == from;
        const auto ran = run(arguments);
        RC_LOG() << command_text(arguments) << ran.out << ran.err;
        RC_ASSERT(ran.exit_code == (is_there ? 0 : 1));
        if (is_there)
            m_model.status[month] = to;
        RC_CLASSIFY(is_there, to);
    }

    void compare() {
        if (m_imports == 0)
            return;
        std::map<int, DecimalSum> billed;
        for (const auto& charge : run({"charges", "--json"}).json()) {
            const int month = std::stoi(charge.at("x_BilledIn").get<std::string>().substr(5));
            billed[month].add(parse_decimal(charge.at("BilledCost").get<std::string>()).value);
        }
        for (int month = 1; month <= 3; ++month)
            RC_ASSERT(billed[month].text() == m_model.billed[month].text());
        const auto check = run({"check"});
        RC_LOG() << check.out << check.err;
        RC_ASSERT(check.exit_code == 0);
    }

    TemporaryFolder m_folder;
    std::string m_database;
    std::string m_config;
    DeliveryModel m_model;
    long m_imports = 0;
    long m_serial = 0;
    std::map<long, std::string> m_source_of;
    std::map<long, std::size_t> m_months_of;
};

}  // namespace

TEST_CASE("P1, P2, P13, P14: whatever is delivered, closed and mended, the equations hold",
          "[deliveries]") {
    CHECK(rc::check([] {
        Run run;
        const int steps = *rc::gen::resize(100, rc::gen::inRange(4, 16));
        for (int i = 0; i < steps; ++i)
            run.step();
    }));
}
