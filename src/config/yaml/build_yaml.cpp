#include "config/yaml/build_yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>

namespace focus_billing {

namespace {

constexpr std::size_t farthest_dash = 1000;

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

constexpr std::size_t max_yaml_depth = 64;
constexpr std::uint64_t max_yaml_values = 100'000;
constexpr std::size_t bytes_per_value = 64;

/// Thrown out of the parser's events to stop it.
struct Refused {
    Diagnostic diagnostic;
};

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(std::string_view text, const std::string& file, YamlDocument& document)
        : m_text(text), m_positions(text), m_file(file), m_document(document) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (m_seen) {
            refuse(4, mark, "a second YAML document begins here",
                   "keep one document: remove the line '---', or check the indentation");
        }
        m_seen = true;
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        YamlNode& node = add(YamlKind::null, mark, anchor);
        place_empty(node, mark);
        attach(node, 1);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        m_here = mark;
        const Anchored& target = m_anchors.at(anchor);
        if (target.open) {
            refuse(5, mark, "an alias stands inside the value that it stands for",
                   "write the value out");
        }
        attach(*target.node, target.weight);
    }

    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  const std::string& value) override {
        YamlNode& node = add(YamlKind::text, mark, anchor);
        node.text = value;
        const std::uint64_t weight = 1 + value.size() / bytes_per_value;
        close_anchor(anchor, weight);
        attach(node, weight);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(YamlKind::list, mark, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(YamlKind::map, mark, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        YamlNode* node;
        YAML::anchor_t anchor;
        std::uint64_t weight = 1;       ///< values in it so far, aliases written out
        const YamlNode* key = nullptr;  ///< of a map: the key whose value comes next
    };
    struct Anchored {
        const YamlNode* node;
        std::uint64_t weight;
        bool open;
    };

    [[noreturn]] void refuse(int code, const YAML::Mark& mark, std::string message,
                             std::string help) const {
        const TextPosition here = m_positions.at(offset_of(mark));
        throw Refused{make_diagnostic(code, {m_file, here.line, here.column}, std::move(message),
                                      {}, std::move(help))};
    }

    static std::size_t offset_of(const YAML::Mark& mark) {
        return static_cast<std::size_t>(std::max(mark.pos, 0));
    }

    YamlNode& add(YamlKind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        YamlNode& node = m_document.nodes.emplace_back();
        node.kind = kind;
        const TextPosition here = m_positions.at(offset_of(mark));
        node.line = here.line;
        node.column = here.column;
        m_here = mark;
        if (anchor != 0) {
            m_anchors[anchor] = {&node, 1, false};
        }
        return node;
    }

    /// An empty value is marked where the next token begins, lines below perhaps: it is placed at
    /// its key, or at the dash of its entry.
    void place_empty(YamlNode& node, const YAML::Mark& mark) const {
        if (m_open.empty()) {
            return;
        }
        const std::size_t offset = offset_of(mark);
        const bool written = offset < m_text.size() &&
                             std::string_view("~nN").find(m_text[offset]) != std::string_view::npos;
        if (const YamlNode* key = m_open.back().key) {
            node.line = key->line;
            node.column = key->column;
        } else if (const auto dash = m_positions.dash_before(offset);
                   dash && m_open.back().node->kind == YamlKind::list && !written) {
            node.line = dash->line;
            node.column = dash->column;
        }
    }

    void attach(const YamlNode& node, std::uint64_t weight) {
        if (m_open.empty()) {
            m_document.root = &node;
            return;
        }
        Open& parent = m_open.back();
        grow(parent, weight);
        if (parent.node->kind == YamlKind::list) {
            parent.node->items.push_back(&node);
        } else if (parent.key == nullptr) {
            parent.key = &node;
        } else {
            parent.node->pairs.push_back({parent.key, &node});
            parent.key = nullptr;
        }
    }

    void grow(Open& parent, std::uint64_t weight) const {
        parent.weight += weight;
        if (parent.weight > max_yaml_values || m_document.nodes.size() > max_yaml_values) {
            refuse(5, m_here, "the configuration has more than 100,000 values",
                   "check that this is the right file; each alias counts as what it stands for");
        }
    }

    void open(YamlKind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (m_open.size() == max_yaml_depth) {
            refuse(5, mark, "the configuration is nested deeper than 64 levels",
                   "check that this is the right file");
        }
        YamlNode& node = add(kind, mark, anchor);
        if (anchor != 0) {
            m_anchors[anchor].open = true;
        }
        attach(node, 0);
        m_open.push_back({.node = &node, .anchor = anchor});
    }

    void close() {
        const Open closed = m_open.back();
        m_open.pop_back();
        close_anchor(closed.anchor, closed.weight);
        if (!m_open.empty()) {
            grow(m_open.back(), closed.weight);
        }
    }

    void close_anchor(YAML::anchor_t anchor, std::uint64_t weight) {
        if (anchor != 0) {
            Anchored& anchored = m_anchors.at(anchor);
            anchored.weight = weight;
            anchored.open = false;
        }
    }

    std::string_view m_text;
    TextPositions m_positions;
    const std::string& m_file;
    YamlDocument& m_document;
    std::vector<Open> m_open;
    std::map<YAML::anchor_t, Anchored> m_anchors;
    YAML::Mark m_here;
    bool m_seen = false;
};

}  // namespace

TextPositions::TextPositions(std::string_view text) : m_text(text) {
    m_characters_before.reserve(text.size() + 1);
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        m_characters_before.push_back(m_characters_before.back() +
                                      (begins_character(text[offset]) ? 1U : 0U));
        if (text[offset] == '\n') {
            m_line_starts.push_back(offset + 1);
        }
    }
}

TextPosition TextPositions::at(std::size_t offset) const {
    offset = std::min(offset, m_text.size());
    const auto next_line = std::ranges::upper_bound(m_line_starts, offset);
    const auto line = static_cast<std::uint64_t>(next_line - m_line_starts.begin());
    const std::size_t start = *(next_line - 1);
    return {line, m_characters_before[offset] - m_characters_before[start] + 1};
}

std::optional<TextPosition> TextPositions::dash_before(std::size_t offset) const {
    std::size_t end = std::min(offset, m_text.size());
    const std::size_t farthest = end - std::min(end, farthest_dash);
    while (end > farthest) {
        const std::string_view window = m_text.substr(farthest, end - farthest);
        const std::size_t start = farthest + window.rfind('\n') + 1;
        const std::string_view line = m_text.substr(start, end - start);
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos && line[first] != '#') {
            return line[first] == '-' ? std::optional(at(start + first)) : std::nullopt;
        }
        end = start == 0 ? 0 : start - 1;
    }
    return std::nullopt;
}

std::optional<Diagnostic> build_yaml(YAML::Parser& parser, std::string_view text,
                                     const std::string& file, YamlDocument& document) {
    TreeBuilder builder(text, file, document);
    try {
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (Refused& refused) {
        return std::move(refused.diagnostic);
    }
    return std::nullopt;
}

}  // namespace focus_billing
