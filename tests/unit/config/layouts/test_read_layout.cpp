#include "focus_billing/config/layouts/read_layout.hpp"

#include <catch2/catch.hpp>

#include "config/allowed_keys.hpp"
#include "config/config_findings.hpp"
#include "focus_billing/config/layouts/builtin_layouts.hpp"
#include "focus_billing/model/journals/journal_layout.hpp"
#include "support/project_files.hpp"

using namespace focus_billing;

namespace {

LoadedLayout load(const std::string& yaml, const std::map<std::string, std::string>& values = {}) {
    return read_layout(yaml, "layouts/ours.yaml", {"orgn"}, values);
}

JournalLayout builtin(const std::string& name) {
    for (const auto& layout : builtin_layouts()) {
        if (layout.name != name)
            continue;
        auto loaded = read_layout(layout.text, name + ".yaml", {}, {});
        CHECK(described(loaded.diagnostics) == Lines{});
        return std::move(loaded.layout);
    }
    FAIL("no layout " << name);
    return {};
}

std::size_t width_of(const std::vector<LayoutColumn>& columns) {
    return columns.back().start + columns.back().width - 1;
}

// `NAME first-last` of each column.
std::string places(const std::vector<LayoutColumn>& columns) {
    std::string text;
    for (const auto& column : columns) {
        text += (text.empty() ? "" : ", ") + column.name + " " + std::to_string(column.start) +
                "-" + std::to_string(column.start + column.width - 1);
    }
    return text;
}

// Characters of the code that the 99th document of a draft has.
std::size_t longest_code(const LayoutColumn& column) {
    std::size_t length = 0;
    for (const auto& part : column.value.parts) {
        const bool is_number = part.kind == TemplatePart::Kind::group;
        CHECK((!is_number || part.text == "journal_id"));
        length += is_number ? std::string_view("DRAFT.99").size() : part.text.size();
    }
    CHECK(length > 0);
    return length;
}

}  // namespace

TEST_CASE("every layout of the program is in order", "[config]") {
    for (const auto& layout : builtin_layouts()) {
        const auto read = builtin(std::string(layout.name));
        CHECK(read.name == layout.name);
        CHECK_FALSE(read.description.empty());
        CHECK(read.sha256.size() == 64);
    }
}

TEST_CASE("KFS entries have the positions of its origin entries", "[config]") {
    const auto line = builtin("kfs").record(RecordKind::line);
    CHECK(width_of(line) == 187);
    CHECK(places(line) ==
          "FISCAL_YEAR 1-4, CHART 5-6, ACCOUNT 7-13, SUB_ACCOUNT 14-18, OBJECT 19-22, SUB_OBJECT "
          "23-25, BALANCE_TYPE 26-27, OBJECT_TYPE 28-29, FISCAL_PERIOD 30-31, DOCUMENT_TYPE 32-35, "
          "ORIGIN 36-37, DOCUMENT_NUMBER 38-51, SEQUENCE 52-56, DESCRIPTION 57-96, AMOUNT 97-117, "
          "DEBIT_CREDIT 118-118, TRANSACTION_DATE 119-128, ORG_DOCUMENT_NUMBER 129-138, PROJECT "
          "139-148, ORG_REFERENCE_ID 149-156, REFERENCE_DOCUMENT_TYPE 157-160, REFERENCE_ORIGIN "
          "161-162, REFERENCE_DOCUMENT_NUMBER 163-176, REVERSAL_DATE 177-186, ENCUMBRANCE_CODE "
          "187-187");
}

TEST_CASE("PeopleSoft records have the positions of the delivered layout", "[config]") {
    const auto layout = builtin("peoplesoft");
    CHECK(
        places(layout.record(RecordKind::header)) ==
        "RECORD 1-1, BUSINESS_UNIT 2-6, JOURNAL_ID 7-16, JOURNAL_DATE 17-24, ADJUSTING_ENTRY "
        "25-25, ADJUSTING_PERIOD 26-28, ADB_DATE 29-36, LEDGER_GROUP 37-46, LEDGER 47-56, "
        "REVERSAL_CD 57-57, REVERSAL_DATE 58-65, SOURCE 78-80, TRANS_REF_NUM 81-88, DESCR 89-118, "
        "CURRENCY_CD 119-121");
    const auto& line = layout.record(RecordKind::line);
    CHECK(
        places(line) ==
        "RECORD 1-1, BUSINESS_UNIT 2-6, JOURNAL_LINE 7-15, LEDGER 16-25, ACCOUNT 26-35, ALTACCT "
        "36-45, DEPTID 46-55, OPERATING_UNIT 56-63, PRODUCT 64-69, FUND_CODE 70-74, CLASS_FLD "
        "75-79, PROGRAM_CODE 80-84, BUDGET_REF 85-92, PROJECT_ID 153-167, FOREIGN_AMOUNT 193-220, "
        "JRNL_LN_REF 239-248, LINE_DESCR 249-278, FOREIGN_CURRENCY 279-281");
    CHECK(line[14].decimals == 3);
    CHECK(line[14].value.parts == parse_template("{signed_amount}").parts);
    CHECK(layout.record(RecordKind::header)[3].date_format == "MMDDYYYY");
}

TEST_CASE("Banner records have the columns of GURFEED, headers and details alike", "[config]") {
    const auto layout = builtin("banner");
    const auto& header = layout.record(RecordKind::header);
    CHECK(places(header) == places(layout.record(RecordKind::line)));
    CHECK(
        places(header) ==
        "SYSTEM_ID 1-8, SYSTEM_TIME_STAMP 9-22, DOC_CODE 23-30, REC_TYPE 31-31, SEQ_NUM 32-35, "
        "ACTIVITY_DATE 36-43, USER_ID 44-73, RUCL_CODE 74-77, DOC_REF_NUM 78-85, TRANS_DATE 86-93, "
        "TRANS_AMT 94-111, TRANS_DESC 112-146, DR_CR_IND 147-147, BANK_CODE 148-149, COAS_CODE "
        "150-150, ACCI_CODE 151-156, FUND_CODE 157-162, ORGN_CODE 163-168, ACCT_CODE 169-174, "
        "PROG_CODE 175-180, ACTV_CODE 181-186, LOCN_CODE 187-192");
    CHECK(header[10].value.parts == parse_template("{hash_total}").parts);
    CHECK(layout.most_lines == 9990);
    CHECK_FALSE(layout.several_currencies);
    CHECK(layout.encoding == LayoutEncoding::ascii);
    CHECK(layout.line_end == LineEnd::lf);
}

TEST_CASE("the codes of documents have room for drafts, too", "[config]") {
    static const std::map<std::string, std::string> codes = {
        {"banner", "DOC_CODE"}, {"kfs", "DOCUMENT_NUMBER"}, {"peoplesoft", "JOURNAL_ID"}};
    for (const auto& [name, code] : codes) {
        INFO(name);
        const auto layout = builtin(name);
        for (const auto& record : layout.records) {
            for (const auto& column : record) {
                if (column.name == code)
                    CHECK(longest_code(column) <= column.width);
            }
        }
    }
}

TEST_CASE("delimited layouts have the columns of their finance systems", "[config]") {
    const auto oracle = builtin("oracle-fbdi");
    const auto& columns = oracle.record(RecordKind::line);
    REQUIRE(columns.size() == 95);
    CHECK(columns[8].name == "Segment1");
    CHECK(columns[37].name == "Segment30");
    CHECK(columns[38].name == "Entered Debit");
    CHECK(columns[42].name == "REFERENCE1 Batch Name");
    CHECK(columns[45].name == "REFERENCE4 Journal Name");
    CHECK(columns[51].name == "REFERENCE10 Line Description");
    CHECK(columns[66].name == "Interface Group Identifier");
    CHECK(columns[94].name == "Period Name");
    CHECK_FALSE(oracle.names);
    CHECK(oracle.zipped_as == "GlInterface.csv");
    const auto workday = builtin("workday");
    REQUIRE(workday.record(RecordKind::line).size() == 36);
    CHECK(workday.record(RecordKind::line)[0].name == "H_JournalKey");
    CHECK(workday.record(RecordKind::line)[5].date_format == "MM/DD/YYYY");
    CHECK(workday.record(RecordKind::line)[10].name == "L_Order");
    CHECK(workday.record(RecordKind::line)[35].name == "L_Region");
    CHECK(workday.names);
    const auto gl = builtin("gl").record(RecordKind::line);
    REQUIRE(gl.size() == 10);
    CHECK(gl[8].width == 35);
    CHECK(gl[8].cut);
    CHECK(gl[9].name == "Reference ID");
}

TEST_CASE("every key of a layout is read", "[config]") {
    const auto layout = load(R"(description: Ours
form: delimited
delimiter: tab
quote: always
names: true
line_end: crlf
encoding: ascii
currencies: several
most_lines: 300
lines: summary
zipped_as: x.txt
values: {chart: U, empty: }
records:
  file_header: [{value: "{record_count}"}]
  line:
    - {name: a, value: "x{chart}{orgn}", width: 9, align: right, pad: '0', cut: true, case: lower}
    - {name: b, value: "{amount}", decimals: 3, point: false, sign: trailing}
    - {name: c, value: "{side}", side: {debit: '+', credit: '-'}}
    - {name: d, value: "{created}", date: hhmm}
)",
                             {{"chart", "Z"}, {"other", "y"}})
                            .layout;
    CHECK(layout.name == "ours");
    CHECK(layout.delimiter == '\t');
    CHECK(layout.quote == Quoting::always);
    CHECK(layout.names);
    CHECK(layout.line_end == LineEnd::crlf);
    CHECK(layout.encoding == LayoutEncoding::ascii);
    CHECK(layout.several_currencies);
    CHECK(layout.most_lines == 300);
    CHECK(layout.lines == LineDetail::summary);
    CHECK(layout.zipped_as == "x.txt");
    CHECK(layout.values == std::map<std::string, std::string>{{"chart", "Z"}, {"empty", ""}});
    const auto& line = layout.record(RecordKind::line);
    CHECK(line[0].align == Align::right);
    CHECK(line[0].pad == '0');
    CHECK(line[0].letters == LetterCase::lower);
    CHECK(line[1].decimals == 3);
    CHECK_FALSE(line[1].point);
    CHECK(line[1].sign == SignForm::trailing);
    CHECK(line[2].debit == "+");
    CHECK(line[3].date_format == "hhmm");
    CHECK(line[3].place.line == 19);
}

TEST_CASE("columns of fixed positions follow each other, or begin where they say", "[config]") {
    const auto line =
        load("form: fixed\nrecords: {line: [{width: 3}, {width: 2}, {start: 9, width: 1}]}\n")
            .layout.record(RecordKind::line);
    CHECK(line[1].start == 4);
    CHECK(line[2].start == 9);
}

TEST_CASE("a layout takes nothing from the environment", "[config]") {
    const auto loaded = load(
        "values: {currency_sign: '${HOME_DIR}'}\n"
        "records: {line: [{value: '${amount}'}, {value: '$${{'}, {value: '${currency_sign}'}]}\n");
    CHECK(described(loaded.diagnostics) == Lines{});
    CHECK(loaded.layout.values.at("currency_sign") == "${HOME_DIR}");
    const auto& line = loaded.layout.record(RecordKind::line);
    REQUIRE(line.size() == 3);
    CHECK(line[0].value.parts == parse_template("${amount}").parts);
    CHECK(line[1].value.parts == parse_template("$${{").parts);
    CHECK(line[2].value.parts.back().text == "currency_sign");
}

TEST_CASE("the example of the guide is in order", "[config]") {
    const std::string guide = file_text(project_path("docs/journal-layouts.md"));
    const auto begin = guide.find("```yaml\n");
    REQUIRE(begin != std::string::npos);
    const auto yaml = guide.substr(begin + 8, guide.find("```", begin + 8) - begin - 8);
    const auto loaded = read_layout(yaml, "ours.yaml", {}, {});
    CHECK(described(loaded.diagnostics) == Lines{});
    CHECK(width_of(loaded.layout.record(RecordKind::line)) == 60);
}

TEST_CASE("the guide names every key and every placeholder", "[config]") {
    const std::string guide = file_text(project_path("docs/journal-layouts.md"));
    for (const auto& field : journal_fields) {
        INFO(field.name);
        CHECK(guide.find("`{" + std::string(field.name) + "}`") != std::string::npos);
    }
    for (const std::string_view section : {"layout", "layout.records", "layout.records[]"}) {
        for (const auto key : allowed_keys(section)) {
            INFO(key);
            CHECK(guide.find("`" + std::string(key) + "`") != std::string::npos);
        }
    }
}
