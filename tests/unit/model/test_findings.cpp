#include "focus_billing/model/findings.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

Diagnostic finding(int code, std::uint64_t line) {
    return make_diagnostic(code, {.file = "a.csv", .line = line, .column = 0}, "a message");
}

std::vector<std::uint64_t> lines(const Findings& findings) {
    std::vector<std::uint64_t> all;
    for (const auto& diagnostic : findings.kept())
        all.push_back(diagnostic.place.line);
    return all;
}

Findings found(std::size_t limit, int code, std::uint64_t first, std::uint64_t last) {
    Findings findings(limit);
    for (std::uint64_t line = first; line <= last; ++line)
        findings.add(finding(code, line));
    return findings;
}

using Lines = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("every finding is counted and the first of each code are kept", "[findings]") {
    Findings findings(2);
    for (std::uint64_t line = 2; line < 7; ++line) {
        findings.add(finding(201, line));
        findings.add(finding(401, line));
    }
    CHECK(findings.count_of(201) == 5);
    CHECK(findings.count_of(401) == 5);
    CHECK(findings.count_of(205) == 0);
    CHECK(lines(findings) == Lines{2, 2, 3, 3});
}

TEST_CASE("the usual limit is 20, and there may be none", "[findings]") {
    CHECK(lines(found(Findings::usual_limit, 201, 1, 30)).size() == 20);
    CHECK(lines(Findings()).empty());
    CHECK(lines(found(Findings::no_limit, 201, 1, 3000)).size() == 3000);
}

TEST_CASE("of a note only the first is kept, whatever the limit", "[findings]") {
    const auto findings = found(Findings::usual_limit, 206, 3, 9);
    CHECK(lines(findings) == Lines{3});
    CHECK(findings.count_of(206) == 7);
    CHECK(lines(found(Findings::no_limit, 206, 3, 5)) == Lines{3});
}

TEST_CASE("findings are counted by severity", "[findings]") {
    Findings findings;
    for (const int code : {201, 205, 204, 401, 402, 407, 206})
        findings.add(finding(code, 1));
    CHECK(findings.count_of(Severity::error) == 2);
    CHECK(findings.count_of(Severity::warning) == 1);
    CHECK(findings.count_of(Severity::flag) == 3);
    CHECK(findings.count_of(Severity::note) == 1);
}

TEST_CASE("appended findings keep the order and the limit", "[findings]") {
    Findings findings = found(4, 201, 1, 3);
    findings.append(found(4, 201, 4, 9));
    CHECK(findings.count_of(201) == 9);
    CHECK(lines(findings) == Lines{1, 2, 3, 4});
    findings.append(found(4, 205, 10, 11));
    CHECK(lines(findings) == Lines{1, 2, 3, 4, 10, 11});
}

TEST_CASE("an appended note is kept only if there is none", "[findings]") {
    Findings findings(4);
    findings.append(found(4, 206, 5, 6));
    findings.append(found(4, 206, 7, 8));
    CHECK(lines(findings) == Lines{5});
    CHECK(findings.count_of(206) == 4);
}

TEST_CASE("parts of a file give the same findings as the whole", "[findings]") {
    for (std::uint64_t cut = 0; cut <= 12; ++cut) {
        INFO(cut);
        Findings parts = found(5, 201, 1, cut);
        parts.append(found(5, 201, cut + 1, 12));
        CHECK(lines(parts) == lines(found(5, 201, 1, 12)));
        CHECK(parts.count_of(201) == 12);
    }
}

TEST_CASE("what is taken out is no longer kept but still counted", "[findings]") {
    Findings findings = found(2, 201, 1, 5);
    CHECK(findings.take_kept().size() == 2);
    CHECK(findings.kept().empty());
    findings.add(finding(201, 6));
    CHECK(findings.kept().empty());
    CHECK(findings.count_of(201) == 6);
}
