#include "source_tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace focus_billing::conventions {
namespace {

const std::filesystem::path& project() {
    static const std::filesystem::path folder = FOCUS_BILLING_PROJECT_DIR;
    return folder;
}

bool has_ending(const std::string& name, const std::vector<std::string>& endings) {
    return std::ranges::any_of(endings, [&](const auto& ending) { return name.ends_with(ending); });
}

/// Walks over one file, and remembers what a line began in.
class Scanner {
public:
    CodeLine scan(std::string_view line) {
        m_line = line;
        m_out = {};
        for (std::size_t at = 0; at < line.size();) {
            at = step(at);
        }
        return m_out;
    }

private:
    std::size_t step(std::size_t at) {
        if (m_in_comment) {
            return comment(at);
        }
        if (!m_raw_end.empty()) {
            return raw_text(at);
        }
        return code(at);
    }

    std::size_t code(std::size_t at) {
        const auto rest = m_line.substr(at);
        if (rest.starts_with("//")) {
            m_out.comment += rest;
            return m_line.size();
        }
        if (rest.starts_with("/*")) {
            m_in_comment = true;
            return at + 2;
        }
        if (rest.starts_with("R\"") && !is_word_at(at)) {
            return begin_raw_text(at);
        }
        if (rest.front() == '"' || (rest.front() == '\'' && !is_word_at(at))) {
            return literal(at);
        }
        m_out.code += rest.front();
        return at + 1;
    }

    /// Whether a word or number goes on at `at`: then ' separates digits.
    [[nodiscard]] bool is_word_at(std::size_t at) const {
        return at > 0 && std::isalnum(static_cast<unsigned char>(m_line[at - 1])) != 0;
    }

    std::size_t literal(std::size_t begin) {
        const char quote = m_line[begin];
        std::size_t at = begin + 1;
        while (at < m_line.size() && m_line[at] != quote) {
            at += m_line[at] == '\\' ? 2U : 1U;
        }
        const auto end = std::min(at, m_line.size());
        m_out.text += m_line.substr(begin + 1, end - begin - 1);
        m_out.text += ' ';
        m_out.code += std::string(2, quote);
        return end + 1;
    }

    std::size_t begin_raw_text(std::size_t at) {
        const auto open = m_line.find('(', at);
        if (open == std::string_view::npos) {
            throw std::logic_error("a raw string without a parenthesis");
        }
        m_raw_end = ")" + std::string(m_line.substr(at + 2, open - at - 2)) + "\"";
        m_out.code += "\"\"";
        return open + 1;
    }

    std::size_t raw_text(std::size_t at) {
        const auto end = m_line.find(m_raw_end, at);
        m_out.text += m_line.substr(at, end == std::string_view::npos ? end : end - at);
        m_out.text += ' ';
        if (end == std::string_view::npos) {
            return m_line.size();
        }
        const auto after = end + m_raw_end.size();
        m_raw_end.clear();
        return after;
    }

    std::size_t comment(std::size_t at) {
        const auto end = m_line.find("*/", at);
        m_out.comment += m_line.substr(at, end == std::string_view::npos ? end : end - at);
        m_in_comment = end == std::string_view::npos;
        return m_in_comment ? m_line.size() : end + 2;
    }

    std::string_view m_line;
    CodeLine m_out;
    bool m_in_comment = false;
    std::string m_raw_end;
};

}  // namespace

SourceFile read_source(const std::string& path) {
    SourceFile file{.path = path, .lines = {}};
    std::ifstream in(project() / path);
    if (!in) {
        throw std::runtime_error("cannot read " + path);
    }
    for (std::string line; std::getline(in, line);) {
        file.lines.push_back(line);
    }
    return file;
}

std::vector<SourceFile> read_tree(std::string_view folder,
                                  const std::vector<std::string>& endings) {
    const auto root = project() / folder;
    std::vector<SourceFile> files;
    if (!std::filesystem::exists(root)) {
        return files;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const auto path = std::filesystem::relative(entry.path(), project()).generic_string();
        if (entry.is_regular_file() && has_ending(path, endings)) {
            files.push_back(read_source(path));
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

const std::vector<SourceFile>& product_sources() {
    static const std::vector<SourceFile> files = [] {
        auto all = read_tree("src", {".cpp", ".hpp"});
        std::ranges::move(read_tree("include", {".cpp", ".hpp"}), std::back_inserter(all));
        if (all.empty()) {
            throw std::logic_error("no sources found: a test of nothing");
        }
        return all;
    }();
    return files;
}

std::vector<CodeLine> take_apart(const SourceFile& file) {
    Scanner scanner;
    std::vector<CodeLine> result;
    result.reserve(file.lines.size());
    for (const auto& line : file.lines) {
        result.push_back(scanner.scan(line));
    }
    return result;
}

std::string violation(const SourceFile& file, std::size_t index, std::string_view fact) {
    return file.path + ":" + std::to_string(index + 1) + ": " + std::string(fact);
}

std::string folder_of(std::string_view path) {
    for (const std::string_view root : {"include/focus_billing/", "src/"}) {
        if (!path.starts_with(root)) {
            continue;
        }
        const auto below = path.substr(root.size());
        const auto slash = below.find('/');
        return slash == std::string_view::npos ? "" : std::string(below.substr(0, slash));
    }
    return {};
}

}  // namespace focus_billing::conventions
