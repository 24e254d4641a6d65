#include "convert/openai/openai_converter.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "convert/converted.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {
namespace {

using Files = std::map<std::string, std::string>;
using Lines = std::vector<std::string>;

CreditPool pool(const std::string& credits, const std::string& amount) {
    CreditPool result;
    result.name = credits + " for " + amount;
    result.credits = parse_decimal(credits).value;
    result.amount = parse_decimal(amount).value;
    return result;
}

Converted charge(const std::vector<CreditPool>& pools, const Files& files,
                 BillingPeriod period = {2025, 1}, const PayerMap& payers = {}) {
    ConversionBasics basics;
    basics.name = "openai";
    basics.currency = "USD";
    basics.service = "OpenAI";
    basics.payers = payers;
    const OpenAiPricing terms{.pools = pools};
    return convert_texts(
        [&](const ConverterOutput& output) {
            return std::make_unique<OpenAiConverter>(basics, terms, period, output);
        },
        files);
}

std::string usage(const std::string& rows) {
    return "date_partition,email,usage_type,usage_credits\n" + rows;
}

/// A page with one bucket on 2025-01-02 with these results.
std::string page(const std::string& results, const std::string& more = "false") {
    return R"({"object":"page","data":[{"start_time":1735776000,"end_time":1735862400,"results":[)" +
           results + R"(]}],"has_more":)" + more + "}";
}

std::string result(const std::string& value, const std::string& rest) {
    return R"({"amount":{"value":)" + value + R"(,"currency":"usd"},)" + rest + "}";
}

/// `resource: what, billed` of each row.
Lines rows_of(const Converted& converted) {
    Lines lines;
    for (const auto& row : converted.rows)
        lines.push_back(row[FocusText::resource_id] + ": " + row[FocusText::sku_id] + ", " +
                        row.billed_cost.text());
    return lines;
}

/// The findings, one a line, without their help.
Lines told(const Converted& converted) {
    Lines lines;
    for (const auto& finding : converted.findings)
        lines.push_back("FB" + std::to_string(finding.code) + " " + finding.message +
                        (finding.value.empty() ? "" : " | " + finding.value));
    return lines;
}

std::string tag(const FocusRow& row, const std::string& key) {
    for (const auto& [name, value] : row.tags) {
        if (name == key)
            return value;
    }
    return {};
}

}  // namespace

TEST_CASE("credits cost what their pool cost, by parts") {
    const auto converted = charge({pool("300", "10"), pool("10000", "400")},
                                  {{"u.csv", usage("12/30/2024,ada@b.edu,codex,250\n"
                                                   "1/5/2025,ada@b.edu,codex,50\n"
                                                   "1/5/2025,ada@b.edu,codex,40.5\n"
                                                   "2/1/2025,ada@b.edu,codex,1\n")}});
    REQUIRE(converted.rows.size() == 1);
    const auto& row = converted.rows.front();
    CHECK(row.billed_cost.text() == "3.286666666667");  // 1.666666666667 + 40.5 * 0.04
    CHECK(row.list_cost == row.billed_cost);
    CHECK(row.effective_cost == row.billed_cost);
    CHECK(row.pricing_quantity->text() == "90.5");
    CHECK(row.extras == Lines{"90.5", "2", "300 for 10, 10000 for 400", "", ""});
    CHECK(quotient(product(*row.list_unit_price, *row.pricing_quantity), whole_number(1)) ==
          row.list_cost);
    CHECK(converted.balanced());
    CHECK(converted.part("charged") == "90.5");
    CHECK(converted.part("earlier months") == "250");
    CHECK(converted.part("later months") == "1");
    CHECK(converted.unmapped.size() == 1);
}

TEST_CASE("a month costs the same in a file of its own, with what was used before stated") {
    const std::string january = "2025-01-30,ada@b.edu,codex,70\n";
    const std::string february = "2025-02-03,ada@b.edu,codex,50\n2025-02-04,kai@b.edu,chat,5\n";
    auto first = pool("100", "7");
    const auto second = pool("100", "11");
    const auto together =
        charge({first, second}, {{"u.csv", usage(january + february)}}, {2025, 2});
    first.used = whole_number(70);
    const auto alone = charge({first, second}, {{"u.csv", usage(february)}}, {2025, 2});
    CHECK(rows_of(together) == Lines{"ada@b.edu: codex, 4.3", "kai@b.edu: chat, 0.55"});
    CHECK(rows_of(alone) == rows_of(together));
}

TEST_CASE("within a day credits are used up in the order of the input, days in theirs") {
    const std::vector pools = {pool("10", "1"), pool("100", "50")};
    CHECK(rows_of(charge(pools, {{"u.csv", usage("1/6/2025,ada@b.edu,chat,10\n"
                                                 "1/5/2025,zoe@b.edu,chat,10\n"
                                                 "1/5/2025,ada@b.edu,chat,10\n")}})) ==
          Lines{"ada@b.edu: chat, 5", "zoe@b.edu: chat, 1", "ada@b.edu: chat, 5"});
}

TEST_CASE("the columns of the export are read: BOM, CRLF, quotes, capitals, users without mail") {
    const auto converted = charge(
        {pool("100", "10")},
        {{"u.csv", "\xEF\xBB\xBF"
                   "date_partition,account_id,account_user_id,email,name,public_id,usage_type,"
                   "usage_credits,usage_quantity,usage_units\r\n"
                   "1/5/2025,edu,u1, Ada@B.edu ,\"Lovelace, Ada\",p1,chat.completion.5.reasoning,"
                   "0.5,1,counts\r\n"
                   "01/05/2025,edu,u1,ada@b.edu,,p1,chat.completion.5.reasoning,0.25,2,counts\r\n"
                   "2025-01-06,edu,svc-7,,,p7,codex,0,0,counts\r\n"}});
    CHECK(told(converted).empty());
    REQUIRE(rows_of(converted) ==
            Lines{"ada@b.edu: chat.completion.5.reasoning, 0.075", "svc-7: codex, 0"});
    const auto& row = converted.rows.front();
    CHECK(row[FocusText::resource_name] == "Lovelace, Ada");
    CHECK(row[FocusText::sku_meter] == "chat.completion.5.reasoning");
    CHECK(tag(row, "usage_type") == "chat.completion.5.reasoning");
    CHECK(row.extras == Lines{"0.75", "2", "100 for 10", "3", "counts"});
    CHECK(row.contracted_unit_price->text() == "0.1");
    CHECK(instant_text(row.charge_period.start) == "2025-01-05T00:00:00Z");
    CHECK(instant_text(row.charge_period.end) == "2025-01-06T00:00:00Z");
}

TEST_CASE("credits beyond all pools are told with the day and what the pools have") {
    auto lapsed = pool("100", "1");
    lapsed.until = Instant{1735689600, 0};  // 2025-01-01
    const auto converted =
        charge({lapsed, pool("100", "5")}, {{"u.csv", usage("12/30/2024,a@b.edu,codex,30\n"
                                                            "1/5/2025,a@b.edu,codex,100\n"
                                                            "1/6/2025,a@b.edu,codex,50.5\n")}});
    CHECK(told(converted) == Lines{"FB630 credits were used that no pool has | 50.5 credits in "
                                   "2025-01, the first on 2025-01-06"});
    CHECK(converted.findings.front().help ==
          "add the pool they come from to pools, with its days, credits and amount; used are: "
          "100 for 1 30 of 100, 100 for 5 100 of 100");
}

TEST_CASE("what was used before the input begins is asked for") {
    auto first = pool("100", "1");
    first.from = Instant{1733011200, 0};  // 2024-12-01
    const Files files = {{"u.csv", usage("1/5/2025,a@b.edu,codex,10\n")}};
    CHECK(told(charge({first}, files)) ==
          Lines{"FB633 what was used of the pool 100 for 1 before the input begins is not known | "
                "the pool holds since 2024-12-01, the input since 2025-01-05"});
    first.used = Decimal{};
    CHECK(told(charge({first}, files)).empty());
    first.used.reset();
    first.from = Instant{1736035200, 0};  // 2025-01-05
    CHECK(told(charge({first}, files)).empty());
}

TEST_CASE("what two exports have alike counts once") {
    const auto whole = usage("1/5/2025,a@b.edu,codex,10\n1/5/2025,a@b.edu,codex,10\n"
                             "1/6/2025,a@b.edu,codex,3\n");
    const auto part = usage("1/5/2025,a@b.edu,codex,10\n1/6/2025,a@b.edu,codex,1\n");
    const std::vector pools = {pool("100", "100")};
    const auto twice = charge(pools, {{"1.csv", whole}, {"2.csv", whole}});
    CHECK(rows_of(twice) == rows_of(charge(pools, {{"1.csv", whole}})));
    CHECK(rows_of(twice) == Lines{"a@b.edu: codex, 20", "a@b.edu: codex, 3"});
    CHECK(told(twice) ==
          Lines{"FB607 records were read before in another file; they count once | 3 records"});
    CHECK(twice.part("read before") == "23");
    CHECK(twice.balanced());
    const auto early = charge(pools, {{"1.csv", part}, {"2.csv", whole}});
    CHECK(rows_of(early) == Lines{"a@b.edu: codex, 20", "a@b.edu: codex, 4"});
    CHECK(told(early) ==
          Lines{"FB634 usage of one day stands in two files with other figures; both are charged | "
                "2025-01-05 a@b.edu codex",
                "FB634 usage of one day stands in two files with other figures; both are charged | "
                "2025-01-06 a@b.edu codex",
                "FB607 records were read before in another file; they count once | 1 record"});
}

TEST_CASE("costs of the API keep their digits, their currency, their quantity and their model") {
    const auto converted =
        charge({}, {{"p1.json", page(result("1.2345e-05", R"("line_item":null,"project_id":null)") +
                                         "," + result("0.06", R"("line_item":"gpt-4o-mini, input",
                    "project_id":"proj_abc","quantity":400000,"quantity_unit":"tokens")"),
                                     "true")},
                    {"p2.json", page(result("0.1234567890123456789", R"("line_item":"web search",
                    "project_id":"proj_abc","api_key_id":"key_1","quantity":3,
                    "quantity_unit":"1000_tokens")"))}});
    CHECK(told(converted).empty());
    REQUIRE(rows_of(converted) == Lines{"default: API usage, 0.000012345",
                                        "proj_abc: gpt-4o-mini, input, 0.06",
                                        "proj_abc: web search, 0.1234567890123456789"});
    const auto& plain = converted.rows[0];
    CHECK(plain[FocusText::billing_currency] == "USD");
    CHECK(plain[FocusText::pricing_unit] == "USD");
    CHECK(plain.pricing_quantity->text() == "0.000012345");
    CHECK(plain.list_unit_price->text() == "1");
    CHECK_FALSE(plain.consumed_quantity);
    const auto& tokens = converted.rows[1];
    CHECK(tokens[FocusText::consumed_unit] == "Tokens");
    CHECK(tokens.contracted_unit_price->text() == "0.00000015");
    CHECK(tag(tokens, "model") == "gpt-4o-mini");
    CHECK(tag(tokens, "line_item") == "gpt-4o-mini, input");
    CHECK(converted.rows[2][FocusText::pricing_unit] == "1000 Tokens");
    CHECK(tag(converted.rows[2], "api_key_id") == "key_1");
    CHECK(converted.balanced());
    CHECK(converted.totals.totals().at(0).quantity == "USD");
}

TEST_CASE(
    "costs of other months are passed over, a list of pages is read, the end may be missing") {
    const auto pages = "[" + page(result("1", R"("project_id":"p")"), "true") + "," +
                       page(result("2", R"("project_id":"p")")) + "]";
    const auto other = charge({}, {{"p.json", pages}}, {2024, 12});
    CHECK(other.rows.empty());
    CHECK(other.part("other months") == "3");
    CHECK(rows_of(charge({}, {{"p.json", pages}})) == Lines{"p: API usage, 3"});
    CHECK(told(charge({}, {{"p.json", page("", "true")}})) ==
          Lines{"FB622 the list of costs goes on in a page that is not there"});
}

TEST_CASE("users and projects have payers, API keys before projects, from day to day") {
    const Instant turn{1736035200, 0};  // 2025-01-05
    const auto entry = [](const std::string& name, const std::string& project) {
        PayerEntry made;
        made.name = name;
        made.tags = {{"project_id", project}};
        return made;
    };
    auto early = entry("ada@b.edu", "tides");
    early.end = turn;
    auto late = entry("Ada@B.edu", "currents");
    late.start = turn;
    const PayerMap payers({early, late, entry("proj_abc", "genomics"), entry("key_1", "optics")});
    const auto converted =
        charge({pool("100", "1")},
               {{"p.json", page(result("1", R"("project_id":"proj_abc")") + "," +
                                result("1", R"("project_id":"proj_abc","api_key_id":"key_1")"))},
                {"u.csv", usage("1/4/2025,ada@b.edu,codex,1\n1/5/2025,ada@b.edu,codex,1\n")}},
               {2025, 1}, payers);
    Lines projects;
    for (const auto& row : converted.rows)
        projects.push_back(tag(row, "project_id"));
    CHECK(projects == Lines{"tides", "currents", "genomics", "optics"});
    CHECK(converted.unmapped.empty());
}

TEST_CASE("input that OpenAI does not write is told, and the rest is read") {
    CHECK(told(charge({}, {{"p.json", R"({"data":[)"}})) ==
          Lines{"FB601 the file is no JSON from byte 10 on"});
    CHECK(told(charge({}, {{"p.json", R"({"object":"list"})"}})) ==
          Lines{"FB601 the JSON has no list 'data'"});
    CHECK(told(charge({}, {{"p.json", R"({"data":5})"}})) == Lines{"FB601 'data' is no list | 5"});
    CHECK(told(charge({}, {{"p.json", R"({"error":{"message":"no key"}})"}})) ==
          Lines{"FB601 the answer is an error | no key"});
    CHECK(told(charge({}, {{"p.json", R"([5,{"results":[]}])"}})) ==
          Lines{"FB601 an element of the list is no page and no bucket | 5",
                "FB601 bucket 1 has no start_time or no results"});
    const auto faults = charge(
        {}, {{"p.json", page(R"({"amount":null},{"amount":{"value":"x","currency":"usd"}},)" +
                             result("1", R"("quantity":"many")"))}});
    CHECK(told(faults) == Lines{"FB602 result 1 of bucket 1 has no amount",
                                "FB602 result 2 of bucket 1 has no amount | x USD",
                                "FB602 the quantity of result 3 of bucket 1 is no number | many"});
    CHECK(faults.rows.size() == 1);
    CHECK(told(charge({pool("9", "9")}, {{"u.csv", usage("1.5.2025,a@b.edu,codex,1\n"
                                                         "1/5/2025,a@b.edu,codex,\n"
                                                         "1/5/2025,a@b.edu,codex,\"1,5\"\n")}})) ==
          Lines{"FB602 this is no date | 1.5.2025", "FB602 credits must be a number of 0 or more",
                "FB602 credits must be a number of 0 or more | 1,5"});
    CHECK(told(charge({}, {{"u.csv", usage("1/5/2025,a@b.edu,codex,1\n")}})) ==
          Lines{"FB605 credits have no price"});
}

TEST_CASE("months of used-up pools add up to what they cost, however usage is split",
          "[property]") {
    CHECK(rc::check([] {
        struct Row {
            int day;
            int user;
            int file;
            std::int64_t thousandths;
        };
        const auto rows =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<Row>>(rc::gen::construct<Row>(
                rc::gen::inRange(1, 90), rc::gen::inRange(0, 4), rc::gen::inRange(0, 3),
                rc::gen::inRange<std::int64_t>(1, 1'000'000))));
        Decimal all;
        Files files;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& [day, user, file, thousandths] = rows[i];
            const auto credits = Decimal::of(thousandths, 3);
            all = sum(all, credits);
            auto& text = files["u" + std::to_string(file) + ".csv"];
            if (text.empty())
                text = "date,email,usage_type,usage_credits,public_id\n";
            const auto month = std::to_string((day - 1) / 30 + 1);
            // The id makes equal rows of two files different ones.
            text += month + "/" + std::to_string((day - 1) % 28 + 1) + "/2025,u" +
                    std::to_string(user) + "@b.edu,codex," + credits.text() + "," +
                    std::to_string(i) + "\n";
        }
        const auto cents = *rc::gen::inRange<std::int64_t>(1, 10'000'000);
        auto first = pool("1", Decimal::of(cents, 2).text());
        first.credits = quotient(all, whole_number(3), 3);
        auto second = pool("1", Decimal::of(cents + 7, 2).text());
        second.credits = difference(all, first.credits);
        if (first.credits.is_zero()) {
            first = second;
            first.credits = all;
        }
        const auto pools = first.credits == all ? std::vector{first} : std::vector{first, second};
        DecimalSum money;
        for (int month = 1; month <= 3; ++month) {
            const auto converted = charge(pools, files, {2025, month});
            RC_ASSERT(converted.balanced());
            for (const auto& row : converted.rows)
                money.add(row.billed_cost);
        }
        DecimalSum amount;
        for (const auto& each : pools)
            amount.add(each.amount);
        RC_ASSERT(money.text() == amount.text());
    }));
}

}  // namespace focus_billing
