#include "includes.hpp"

#include <algorithm>
#include <queue>

namespace focus_billing::conventions {
namespace {

const std::string public_root = "focus_billing/";

std::string_view without_blanks(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

/// The nodes from `start` back to it, both included; empty if there is no way back.
std::vector<std::string> shortest_circle(const Graph& graph, const std::string& start) {
    std::map<std::string, std::string> reached_from;
    std::queue<std::string> open;
    open.push(start);
    while (!open.empty() && !reached_from.contains(start)) {
        const auto node = open.front();
        open.pop();
        const auto uses = graph.find(node);
        if (uses == graph.end()) {
            continue;
        }
        for (const auto& [next, line] : uses->second) {
            if (reached_from.emplace(next, node).second) {
                open.push(next);
            }
        }
    }
    if (!reached_from.contains(start)) {
        return {};
    }
    std::vector<std::string> way = {start};
    do {
        way.push_back(reached_from.at(way.back()));
    } while (way.back() != start);
    std::ranges::reverse(way);
    return way;
}

std::string describe(const Graph& graph, const std::vector<std::string>& way) {
    std::string text = way.front();
    std::string lines;
    for (std::size_t i = 1; i < way.size(); ++i) {
        text += " -> " + way[i];
        lines += "\n    " + graph.at(way[i - 1]).at(way[i]);
    }
    return text + lines;
}

}  // namespace

std::string Include::path() const {
    return (target.starts_with(public_root) ? "include/" : "src/") + target;
}

Include include_on(std::string_view line) {
    auto rest = without_blanks(line);
    if (!rest.starts_with('#')) {
        return {};
    }
    rest = without_blanks(rest.substr(1));
    const auto begin = rest.find_first_of("<\"");
    if (!rest.starts_with("include") || begin == std::string_view::npos) {
        return {};
    }
    const bool is_quoted = rest[begin] == '"';
    const auto end = rest.find(is_quoted ? '"' : '>', begin + 1);
    return {0, std::string(rest.substr(begin + 1, end - begin - 1)), is_quoted};
}

std::vector<Include> includes_of(const SourceFile& file) {
    std::vector<Include> includes;
    for (std::size_t index = 0; index < file.lines.size(); ++index) {
        auto include = include_on(file.lines[index]);
        if (!include.target.empty()) {
            include.index = index;
            includes.push_back(std::move(include));
        }
    }
    return includes;
}

std::string unit_of(std::string_view path) {
    for (const std::string_view root : {"include/focus_billing/", "src/"}) {
        if (path.starts_with(root)) {
            path.remove_prefix(root.size());
            break;
        }
    }
    return std::string(path.substr(0, path.rfind('.')));
}

std::vector<std::string> circles_in(Graph graph) {
    std::vector<std::string> found;
    std::vector<std::string> nodes;
    for (const auto& [node, uses] : graph) {
        nodes.push_back(node);
    }
    for (const auto& node : nodes) {
        for (auto way = shortest_circle(graph, node); !way.empty();
             way = shortest_circle(graph, node)) {
            found.push_back(describe(graph, way));
            for (std::size_t i = 1; i < way.size(); ++i) {
                graph.at(way[i - 1]).erase(way[i]);
            }
        }
    }
    return found;
}

}  // namespace focus_billing::conventions
