#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>

#include "focus_billing/model/diagnostic.hpp"
#include "rule.hpp"

namespace focus_billing::conventions {
namespace {

const std::string docs = "docs/diagnostics.md";

std::string code_text(int code) {
    const auto digits = std::to_string(code);
    return "FB" + std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits;
}

/// "FB204: the title" of every registered code, in the order of the table.
Found registered_entries() {
    Found entries;
    for (const auto& code : diagnostic_codes()) {
        entries.push_back(code_text(code.code) + ": " + std::string(code.title));
    }
    return entries;
}

Found documented_entries(const SourceFile& file) {
    Found entries;
    for (const auto& line : file.lines) {
        if (line.starts_with("### ")) {
            entries.push_back(line.substr(4));
        }
    }
    return entries;
}

/// The lines of a story that stand under stdout or stderr.
void append_expected_output(const SourceFile& story, std::string& all) {
    bool inside = false;
    for (const auto& line : story.lines) {
        if (line.starts_with("--- ")) {
            inside = line == "--- stdout" || line == "--- stderr";
        } else if (inside) {
            all += line + "\n";
        }
    }
}

/// The text that tests demand: of stories what a command prints, of unit tests their strings.
std::string expected_output() {
    std::string all;
    for (const auto& story : read_tree("tests/cli", {".test"})) {
        append_expected_output(story, all);
    }
    for (const auto& file : read_tree("tests/unit", {".cpp"})) {
        for (const auto& part : take_apart(file)) {
            all += part.text + "\n";
        }
    }
    return all;
}

Found untested_codes(const std::vector<DiagnosticCode>& codes, const std::string& output) {
    Found untested;
    for (const auto& code : codes) {
        if (output.find(code_text(code.code)) == std::string::npos) {
            untested.push_back(code_text(code.code));
        }
    }
    return untested;
}

}  // namespace

TEST_CASE("every diagnostic code has its entry in docs/diagnostics.md, in order") {
    const auto documented = documented_entries(read_source(docs));
    const auto registered = registered_entries();
    for (const auto& entry : registered) {
        INFO(docs << " needs the heading: ### " << entry);
        CHECK(std::ranges::count(documented, entry) == 1);
    }
    for (const auto& entry : documented) {
        INFO(docs << " has a heading that no code has: ### " << entry);
        CHECK(std::ranges::count(registered, entry) == 1);
    }
    CHECK(std::ranges::is_sorted(documented));
}

TEST_CASE("diagnostic codes are unique and ascend") {
    const auto& codes = diagnostic_codes();
    const auto equal = [](const auto& a, const auto& b) { return a.code >= b.code; };
    CHECK_FALSE(codes.empty());
    const auto wrong = std::ranges::adjacent_find(codes, equal);
    INFO("after " << (wrong == codes.end() ? "" : code_text(wrong->code)));
    CHECK((wrong == codes.end()));
}

TEST_CASE("every diagnostic code stands in the expected output of some test") {
    expect_none(untested_codes(diagnostic_codes(), expected_output()));
}

TEST_CASE("a code that no test demands is found") {
    const std::vector<DiagnosticCode> codes = {{7, Severity::error, "a"},
                                               {204, Severity::error, "b"}};
    CHECK(untested_codes(codes, "x:1: error[FB204]: b") == Found{"FB007"});
    std::string output;
    append_expected_output({"a.test",
                            {"# FB001", "--- command", "echo FB002", "--- stdout", "FB003",
                             "--- stderr", "FB004", "--- exit 0", "# FB005"}},
                           output);
    CHECK(output == "FB003\nFB004\n");
}

}  // namespace focus_billing::conventions
