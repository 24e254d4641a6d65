#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing::conventions {

/// A text file of the project. `path` counts from the project's folder; a line has no newline.
struct SourceFile {
    std::string path;
    std::vector<std::string> lines;
};

/// One line of C++, taken apart: what is left of each part is in the place where it stood.
struct CodeLine {
    std::string code;     ///< without comments and without the text of literals
    std::string text;     ///< the text of string literals
    std::string comment;  ///< the text of comments
};

/// Files below `folder` whose names end in one of `endings`, sorted by path. A folder that is not
/// there has none.
[[nodiscard]] std::vector<SourceFile> read_tree(std::string_view folder,
                                                const std::vector<std::string>& endings);

[[nodiscard]] SourceFile read_source(const std::string& path);

/// The C++ files of src/ and include/.
[[nodiscard]] const std::vector<SourceFile>& product_sources();

/// Understands comments, raw strings on one line or several, and digit separators.
[[nodiscard]] std::vector<CodeLine> take_apart(const SourceFile& file);

/// "path:line: fact", as an editor understands it. `index` counts from 0.
[[nodiscard]] std::string violation(const SourceFile& file, std::size_t index,
                                    std::string_view fact);

/// The folder of the house: "format" for include/focus_billing/format/x.hpp or src/format/x.cpp;
/// empty if the path is in neither.
[[nodiscard]] std::string folder_of(std::string_view path);

}  // namespace focus_billing::conventions
