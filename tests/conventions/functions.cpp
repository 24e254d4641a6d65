#include "functions.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace focus_billing::conventions {
namespace {

/// What a brace opens.
enum class Block { scope, function, other };

bool is_part_of_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool has_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_part_of_word(text[at - 1])) &&
            (end == text.size() || !is_part_of_word(text[end]))) {
            return true;
        }
    }
    return false;
}

/// Whether there is an assignment outside of parentheses: then braces hold values.
bool is_initialised(const std::string& statement) {
    if (statement.find("operator") != std::string::npos) {
        return false;
    }
    int depth = 0;
    for (const char c : statement) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == '=' && depth == 0) {
            return true;
        }
    }
    return false;
}

/// Whether the brace to come initialises a member of a class, before the body of its constructor.
bool is_member_initialised(std::string_view statement) {
    const auto is_blank = [](char c) { return c == ' '; };
    while (!statement.empty() && is_blank(statement.back())) {
        statement.remove_suffix(1);
    }
    const auto full_size = statement.size();
    while (!statement.empty() && is_part_of_word(statement.back())) {
        statement.remove_suffix(1);
    }
    const bool ends_in_word = statement.size() < full_size;
    while (!statement.empty() && is_blank(statement.back())) {
        statement.remove_suffix(1);
    }
    return ends_in_word && !statement.ends_with("::") &&
           (statement.ends_with(':') || statement.ends_with(',')) &&
           statement.find(')') != std::string_view::npos;
}

Block block_of(const std::string& statement) {
    constexpr std::array<std::string_view, 5> scopes = {"namespace", "class", "struct", "union",
                                                        "extern"};
    const auto is_there = [&](std::string_view word) { return has_word(statement, word); };
    if (statement.find('(') != std::string::npos) {
        return is_initialised(statement) || is_member_initialised(statement) ? Block::other
                                                                             : Block::function;
    }
    return !is_there("enum") && !is_initialised(statement) && std::ranges::any_of(scopes, is_there)
               ? Block::scope
               : Block::other;
}

std::string name_of(const std::string& statement) {
    const auto end = statement.find('(');
    const auto is_part = [](char c) { return is_part_of_word(c) || c == ':' || c == '~'; };
    auto begin = end;
    while (begin > 0 && is_part(statement[begin - 1])) {
        --begin;
    }
    return statement.substr(begin, end - begin);
}

/// Walks over the code of a file, and keeps the blocks that are open.
class FunctionFinder {
public:
    void take_line(const std::string& code) {
        if (!code.starts_with('#')) {
            for (const char c : code) {
                take(c);
            }
            m_statement += m_statement.empty() ? "" : " ";
        }
        ++m_line;
    }

    [[nodiscard]] std::vector<Function> found() { return std::move(m_found); }

private:
    [[nodiscard]] bool is_in_scope() const {
        return m_open.empty() || m_open.back() == Block::scope;
    }

    void take(char c) {
        if (c == '{') {
            open();
        } else if (c == '}') {
            close();
        } else if (is_in_scope()) {
            continue_statement(c);
        }
    }

    void continue_statement(char c) {
        m_parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        const bool is_label =
            m_statement == "public" || m_statement == "private" || m_statement == "protected";
        if ((c == ';' && m_parentheses == 0) || (c == ':' && is_label)) {
            m_statement.clear();
        } else if (!m_statement.empty() || std::isspace(static_cast<unsigned char>(c)) == 0) {
            if (m_statement.empty()) {
                m_begin = m_line;
            }
            m_statement += c;
        }
    }

    void open() {
        if (m_open.empty() || m_open.back() == Block::scope) {
            m_open.push_back(block_of(m_statement));
        } else {
            m_open.push_back(Block::other);
        }
        if (m_open.back() == Block::scope) {
            m_statement.clear();
        }
    }

    void close() {
        if (m_open.empty()) {
            return;
        }
        const auto block = m_open.back();
        m_open.pop_back();
        if (block == Block::function) {
            m_found.push_back({m_begin, m_line - m_begin + 1, name_of(m_statement)});
        }
        if (block != Block::other) {
            m_statement.clear();
        } else if (is_in_scope()) {
            m_statement += "{}";
        }
    }

    std::vector<Block> m_open;
    std::string m_statement;
    int m_parentheses = 0;
    std::size_t m_line = 0;
    std::size_t m_begin = 0;
    std::vector<Function> m_found;
};

}  // namespace

std::vector<Function> functions_of(const SourceFile& file) {
    FunctionFinder finder;
    for (const auto& line : take_apart(file)) {
        finder.take_line(line.code);
    }
    return finder.found();
}

}  // namespace focus_billing::conventions
