#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <regex>

#include "rule.hpp"

namespace focus_billing::conventions {
namespace {

/// Floating point has no place near money. Elsewhere it says why: "// not money: a speed".
Found floating_point(const SourceFile& file) {
    static const std::regex word(
        R"(\b(double|float|float_t|double_t|strto(d|f|ld)|sto(d|f|ld)|atof)\b)");
    static const std::regex reason(R"(not money: \w+)");
    Found found;
    const auto parts = take_apart(file);
    for (std::size_t index = 0; index < parts.size(); ++index) {
        std::smatch match;
        if (std::regex_search(parts[index].code, match, word) &&
            !std::regex_search(parts[index].comment, reason)) {
            found.push_back(violation(file, index, "'" + match.str() + "' is floating point"));
        }
    }
    return found;
}

Found misplaced_sql(const SourceFile& file) {
    static const std::regex statement(
        R"(\b(SELECT .|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX|UNIQUE|TRIGGER|VIEW)|DROP TABLE|PRAGMA \w+)\b)");
    Found found;
    if (folder_of(file.path) == "store") {
        return found;
    }
    const auto parts = take_apart(file);
    for (std::size_t index = 0; index < parts.size(); ++index) {
        if (std::regex_search(parts[index].text, statement)) {
            found.push_back(violation(file, index, "SQL belongs in store/"));
        }
    }
    return found;
}

/// Only cli/ prints, ends the process, or asks the clock, the locale or the environment.
Found outside_world(const SourceFile& file) {
    static const std::regex word(
        R"(\b(std::(cout|cerr|clog|cin|locale)|f?printf|f?puts|exit|_exit|abort|getenv|setenv|setlocale|(system|steady|high_resolution)_clock(?!::(time_point|duration)\b)|gettimeofday|localtime(_r)?|random_device)\b)");
    Found found;
    if (folder_of(file.path) == "cli") {
        return found;
    }
    const auto parts = take_apart(file);
    for (std::size_t index = 0; index < parts.size(); ++index) {
        std::smatch match;
        if (std::regex_search(parts[index].code, match, word)) {
            found.push_back(violation(file, index, "'" + match.str() + "' belongs in cli/"));
        }
    }
    return found;
}

/// In comments only, and not in the middle of a sentence: one of the words is also the ISO 4217
/// code of no currency.
Found unfinished_work(const SourceFile& file) {
    static const std::regex word(R"(\b(TODO|FIXME|XXX|HACK)\b(?![).,]))");
    Found found;
    const auto parts = take_apart(file);
    for (std::size_t index = 0; index < parts.size(); ++index) {
        std::smatch match;
        if (std::regex_search(parts[index].comment, match, word)) {
            found.push_back(violation(file, index, "'" + match.str() + "': do it or file it"));
        }
    }
    return found;
}

std::vector<SourceFile> sources_and_tests() {
    auto files = read_tree("tests", {".cpp", ".hpp"});
    std::ranges::copy(product_sources(), std::back_inserter(files));
    return files;
}

}  // namespace

TEST_CASE("no floating point in the product") {
    expect_none(in_all(product_sources(), floating_point));
}

TEST_CASE("floating point is found in code, and only there") {
    CHECK(floating_point(file_of("src/a/b.cpp", {"int x;", "const double cost = 1;"})) ==
          Found{"src/a/b.cpp:2: 'double' is floating point"});
    CHECK(floating_point(file_of("src/a/b.cpp", {"x = std::stod(text);"})).size() == 1);
    CHECK(floating_point(file_of("src/a/b.cpp", {"x = strtod(text, &end);"})).size() == 1);
    CHECK(floating_point(file_of("src/a/b.cpp", {"double x;  // not money:"})).size() == 1);
    CHECK(floating_point(file_of("src/a/b.cpp", {"double x;  // not money: a speed"})).empty());
    CHECK(floating_point(file_of("src/a/b.cpp",
                                 {"// a double quote", "say(\"double\");", "int doubled = 10'000;",
                                  "/* float", "double */", "const auto t = R\"(a", "double)\";"}))
              .empty());
}

TEST_CASE("SQL stands in the store alone") {
    expect_none(in_all(product_sources(), misplaced_sql));
}

TEST_CASE("SQL elsewhere is found") {
    const std::vector<std::string> lines = {"run(\"SELECT x FROM y\");"};
    CHECK(misplaced_sql(file_of("src/billing/a.cpp", lines)) ==
          Found{"src/billing/a.cpp:1: SQL belongs in store/"});
    CHECK(misplaced_sql(file_of("src/store/a.cpp", lines)).empty());
    CHECK(misplaced_sql(file_of("src/cli/a.cpp", {"say(\"select a file\");"})).empty());
}

TEST_CASE("the core never prints, exits, or asks clock, locale or environment") {
    expect_none(in_all(product_sources(), outside_world));
}

TEST_CASE("a core that reaches for the outside world is found") {
    CHECK(outside_world(file_of("src/input/a.cpp", {"std::cerr << x;"})) ==
          Found{"src/input/a.cpp:1: 'std::cerr' belongs in cli/"});
    CHECK(outside_world(file_of("src/input/a.cpp", {"x = std::getenv(\"HOME\");"})).size() == 1);
    CHECK(outside_world(file_of("src/input/a.cpp", {"x = system_clock::now();"})).size() == 1);
    CHECK(outside_world(file_of("src/input/a.cpp", {"using C = steady_clock;"})).size() == 1);
    CHECK(outside_world(file_of("src/input/a.cpp", {"steady_clock::duration x;"})).empty());
    CHECK(outside_world(file_of("src/cli/a.cpp", {"std::cerr << x;"})).empty());
    CHECK(outside_world(file_of("src/input/a.cpp", {"exit_code = time_of(x); // exit"})).empty());
}

TEST_CASE("no work is left for later in a comment") {
    expect_none(in_all(sources_and_tests(), unfinished_work));
}

TEST_CASE("work left for later is found") {
    CHECK(unfinished_work(file_of("src/a/b.cpp", {"int x;  // FIXME: y"})) ==
          Found{"src/a/b.cpp:1: 'FIXME': do it or file it"});
    CHECK(unfinished_work(file_of("src/a/b.cpp", {"// XXX y"})).size() == 1);
    CHECK(unfinished_work(file_of("src/a/b.cpp", {"add(\"XXX\", 0);"})).empty());
    CHECK(unfinished_work(file_of("src/a/b.cpp", {"/// no currency (XTS, XXX)"})).empty());
}

}  // namespace focus_billing::conventions
