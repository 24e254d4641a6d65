#include <catch2/catch.hpp>
#include <map>
#include <regex>

#include "rule.hpp"

// File-local names are unique in a folder: its sources are compiled together for a release, and two
// helpers of one name are mostly one helper written twice.

namespace focus_billing::conventions {
namespace {

/// A name at the beginning of a line in an anonymous namespace. Functions are told apart by their
/// parameters, an alias may be repeated with the same meaning.
struct LocalName {
    std::string name;
    std::size_t line;
};

std::string without_names(std::string parameters) {
    parameters = std::regex_replace(parameters, std::regex(R"(\s+)"), " ");
    return std::regex_replace(parameters, std::regex(R"( ?\w+(?=,|\)| =))"), "");
}

/// The declaration that begins on a line, up to its body, value or end.
std::string declaration_at(const std::vector<CodeLine>& lines, std::size_t index) {
    std::string text;
    for (; index < lines.size(); ++index) {
        text += lines[index].code + " ";
        if (text.find_first_of("{;") != std::string::npos) {
            break;
        }
    }
    return text.substr(0, text.find_first_of("{;"));
}

std::string local_name(const std::string& declaration) {
    static const std::regex type(R"(^(?:struct|class|enum class|enum) (\w+))");
    static const std::regex alias(R"(^(?:using|namespace) (\w+) = )");
    static const std::regex function(R"(^[^=(]*[\s*&](\w+)(\(.*\)))");
    static const std::regex value(R"(^[^(]*[\s*&](\w+)(?:\[\])? = )");
    std::smatch match;
    if (std::regex_search(declaration, match, alias) ||
        std::regex_search(declaration, match, type) ||
        std::regex_search(declaration, match, value)) {
        return match[1];
    }
    if (std::regex_search(declaration, match, function)) {
        return match[1].str() + without_names(match[2].str());
    }
    return {};
}

// Not what is inside a declaration, a closing brace, or `public:`.
bool is_declaration(const std::string& code) {
    return !code.empty() && code.front() != ' ' && code.front() != '}' && !code.ends_with(":");
}

std::vector<LocalName> local_names(const SourceFile& file) {
    const auto lines = take_apart(file);
    std::vector<LocalName> names;
    bool inside = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& code = lines[i].code;
        if (code == "namespace {") {
            inside = true;
        } else if (inside && file.lines[i].starts_with("}  // namespace")) {
            inside = false;
        } else if (inside && is_declaration(code)) {
            names.push_back({local_name(declaration_at(lines, i)), i});
        }
    }
    std::erase_if(names, [](const LocalName& name) { return name.name.empty(); });
    return names;
}

Found repeated_names(const std::vector<SourceFile>& files) {
    struct Place {
        std::string path;
        std::string line;
    };
    std::map<std::pair<std::string, std::string>, Place> first;
    Found found;
    for (const auto& file : files) {
        if (!file.path.ends_with(".cpp")) {
            continue;
        }
        const auto folder = file.path.substr(0, file.path.rfind('/'));
        for (const auto& [name, line] : local_names(file)) {
            const auto& text = file.lines[line];
            const auto [place, is_new] = first.try_emplace({folder, name}, Place{file.path, text});
            const auto& other = place->second;
            const bool is_alias = text.starts_with("using ") || text.starts_with("namespace ");
            if (is_new || other.path == file.path || (is_alias && other.line == text)) {
                continue;
            }
            found.push_back(violation(file, line,
                                      name + " has a namesake in " + other.path +
                                          ": share it in a header of the folder, or call it "
                                          "otherwise"));
        }
    }
    return found;
}

std::vector<SourceFile> pair_of(const std::string& left, const std::string& right) {
    return {file_of("src/a/x.cpp", {"namespace {", left, "}  // namespace"}),
            file_of("src/a/y.cpp", {"namespace {", right, "}  // namespace"})};
}

}  // namespace

TEST_CASE("file-local names are unique in a folder") {
    expect_none(repeated_names(product_sources()));
}

TEST_CASE("a namesake in the same folder is found") {
    CHECK(repeated_names(pair_of("int f(int a) {", "int f(int b) {")) ==
          Found{"src/a/y.cpp:2: f(int) has a namesake in src/a/x.cpp: share it in a header of the "
                "folder, or call it otherwise"});
    CHECK(repeated_names(pair_of("constexpr int a = 1;", "constexpr int a = 2;")).size() == 1);
    CHECK(repeated_names(pair_of("struct A {", "class A {")).size() == 1);
    CHECK(repeated_names(pair_of("int f(int a) {", "int f(char a) {")).empty());
    CHECK(repeated_names(pair_of("using A = int;", "using A = int;")).empty());
    CHECK(repeated_names(pair_of("using A = int;", "using A = char;")).size() == 1);
    CHECK(repeated_names(pair_of("constexpr int a = 1;", "    constexpr int a = 1;")).empty());
    auto apart = pair_of("int f();", "int f();");
    apart[1].path = "src/b/y.cpp";
    CHECK(repeated_names(apart).empty());
}

}  // namespace focus_billing::conventions
