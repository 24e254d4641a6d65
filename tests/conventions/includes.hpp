#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source_tree.hpp"

namespace focus_billing::conventions {

struct Include {
    std::size_t index = 0;  ///< of the line, from 0
    std::string target;     ///< as it is written
    bool is_quoted = false;

    /// The file that a quoted include means: "focus_billing/..." is in include/, all else in src/.
    [[nodiscard]] std::string path() const;
};

/// The include on a line; without one, its target is empty.
[[nodiscard]] Include include_on(std::string_view line);

/// All includes of a file, in their order.
[[nodiscard]] std::vector<Include> includes_of(const SourceFile& file);

/// What a header and its source have in common: "store/charges/query_charges" for both.
[[nodiscard]] std::string unit_of(std::string_view path);

/// Nodes, the nodes that each of them uses, and the first line that does: "path:line".
using Graph = std::map<std::string, std::map<std::string, std::string>>;

/// Ways through the graph that come back to where they began, as "a -> b -> a" with the lines that
/// make them, one below the other. No two of them share a step.
[[nodiscard]] std::vector<std::string> circles_in(Graph graph);

}  // namespace focus_billing::conventions
