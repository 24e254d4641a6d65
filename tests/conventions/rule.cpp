#include "rule.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>

namespace focus_billing::conventions {

Found in_all(const std::vector<SourceFile>& files, Found (*rule)(const SourceFile&)) {
    Found all;
    for (const auto& file : files) {
        std::ranges::copy(rule(file), std::back_inserter(all));
    }
    return all;
}

void expect_none(const Found& found) {
    for (const auto& violation : found) {
        FAIL_CHECK(violation);
    }
    CHECK(found.empty());
}

SourceFile file_of(std::string path, std::vector<std::string> lines) {
    return {std::move(path), std::move(lines)};
}

SourceFile file_including(std::string path, const std::vector<std::string>& headers) {
    SourceFile file{std::move(path), {}};
    for (const auto& header : headers) {
        file.lines.push_back("#include \"" + header + "\"");
    }
    return file;
}

}  // namespace focus_billing::conventions
