#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <set>
#include <sstream>

#include "functions.hpp"
#include "rule.hpp"

// Rule 3: a file is one subject, and a function can be seen at once.

namespace focus_billing::conventions {
namespace {

constexpr std::size_t most_lines = 350;
constexpr std::size_t most_function_lines = 40;
constexpr std::size_t few_lines = 60;
constexpr std::size_t most_small_sources = 39;

/// Functions that are a flat table and nothing else: long, and plain to read.
const std::set<std::string, std::less<>> tables = {
    "diagnostic_codes",  // all codes, in one place
    "AwsColumns::all",   // the columns of Amazon's cost and usage report
    "untyped_columns",   // columns of FOCUS that are read as they are
};

Found too_long(const SourceFile& file) {
    return file.lines.size() <= most_lines
               ? Found{}
               : Found{violation(file, most_lines,
                                 "a file has at most " + std::to_string(most_lines) + " lines")};
}

Found long_functions(const SourceFile& file) {
    Found found;
    for (const auto& function : functions_of(file)) {
        if (function.lines > most_function_lines && !tables.contains(function.name)) {
            found.push_back(violation(file, function.index,
                                      function.name + "() has " + std::to_string(function.lines) +
                                          " lines: divide it; a flat table is entered in "
                                          "tests/conventions/test_sizes.cpp"));
        }
    }
    return found;
}

/// Small sources, if there are too many: none of them is wrong by itself.
Found scattered_sources(const std::vector<SourceFile>& files) {
    Found found;
    for (const auto& file : files) {
        if (file.path.ends_with(".cpp") && file.lines.size() < few_lines) {
            found.push_back(violation(file, 0,
                                      std::to_string(file.lines.size()) +
                                          " lines: what always changes together stands together"));
        }
    }
    return found.size() <= most_small_sources ? Found{} : found;
}

std::vector<SourceFile> sources_and_tests() {
    auto files = read_tree("tests", {".cpp", ".hpp"});
    std::ranges::copy(product_sources(), std::back_inserter(files));
    return files;
}

/// `count` lines between the first and the last of a function.
std::vector<std::string> function_lines(const std::string& head, std::size_t count) {
    std::vector<std::string> lines = {head};
    lines.resize(count + 1, "    work();");
    lines.emplace_back("}");
    return lines;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("no file is longer than one can hold in mind") {
    expect_none(in_all(sources_and_tests(), too_long));
}

TEST_CASE("a file that is too long is found") {
    CHECK(too_long(file_of("src/a/b.cpp", std::vector<std::string>(350))).empty());
    CHECK(too_long(file_of("src/a/b.cpp", std::vector<std::string>(351))) ==
          Found{"src/a/b.cpp:351: a file has at most 350 lines"});
}

TEST_CASE("few sources are so small that they have to be looked for") {
    expect_none(scattered_sources(product_sources()));
}

TEST_CASE("too many small sources are found") {
    const auto small = [](std::size_t count) {
        std::vector<SourceFile> files(count, file_of("src/a/b.cpp", std::vector<std::string>(59)));
        files.push_back(file_of("src/a/c.cpp", std::vector<std::string>(60)));
        files.push_back(file_of("src/a/d.hpp", std::vector<std::string>(59)));
        return files;
    };
    CHECK(scattered_sources(small(39)).empty());
    CHECK(scattered_sources(small(40)).size() == 40);
    CHECK(scattered_sources(small(40)).front() ==
          "src/a/b.cpp:1: 59 lines: what always changes together stands together");
}

TEST_CASE("no function is longer than a screen") {
    expect_none(in_all(product_sources(), long_functions));
}

TEST_CASE("a function that is too long is found") {
    CHECK(long_functions(file_of("src/a/b.cpp", function_lines("void f() {", 38))).empty());
    CHECK(long_functions(file_of("src/a/b.cpp", function_lines("void f() {", 39))) ==
          Found{"src/a/b.cpp:1: f() has 41 lines: divide it; a flat table is entered in "
                "tests/conventions/test_sizes.cpp"});
    CHECK(long_functions(
              file_of("src/a/b.cpp", function_lines("bool A::operator==(B b) const {", 39)))
              .size() == 1);
    CHECK(long_functions(file_of("src/a/b.cpp", function_lines("constexpr std::array x = {", 39)))
              .empty());
    CHECK(long_functions(file_of("src/a/b.cpp", function_lines("enum class Kind {", 39))).empty());
}

TEST_CASE("each flat table that is excused is there, and long") {
    std::set<std::string> long_ones;
    for (const auto& file : product_sources()) {
        for (const auto& function : functions_of(file)) {
            if (function.lines > most_function_lines) {
                long_ones.insert(function.name);
            }
        }
    }
    for (const auto& table : tables) {
        INFO(table << " is not needed in tests/conventions/test_sizes.cpp any more");
        CHECK(long_ones.contains(table));
    }
}

TEST_CASE("functions are found in classes and namespaces, with all that they contain") {
    const auto functions = functions_of({"src/a/b.cpp", lines_of(R"(namespace a {
class B : public C {
public:
    explicit B(int x = 3)
        : m_x{x}, m_y(x) {
        if (x) {
            f([] { return 1; });
        }
    }
    void f() const {}
    int m_x = {1};
};
struct D {
    int x = 0;
};
template <class T>
std::string B::text(const T& t,
                    int n) {
    return "}";
}
})")});
    REQUIRE(functions.size() == 3);
    CHECK(functions[0].name == "B");
    CHECK(functions[0].index == 3);
    CHECK(functions[0].lines == 6);
    CHECK(functions[1].name == "f");
    CHECK(functions[1].lines == 1);
    CHECK(functions[2].name == "B::text");
    CHECK(functions[2].index == 15);
    CHECK(functions[2].lines == 5);
}

}  // namespace focus_billing::conventions
