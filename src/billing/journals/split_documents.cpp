#include "focus_billing/billing/journals/split_documents.hpp"

#include <set>

#include "focus_billing/billing/journals/line_key.hpp"

namespace focus_billing {

namespace {

class DocumentFiller {
public:
    explicit DocumentFiller(std::uint32_t most_lines) : m_most_lines(most_lines) {}

    void begin_document() {
        ++m_document;
        m_payers = 0;
        m_sources.clear();
    }

    void add_line(const std::vector<JournalPosting>& postings) {
        if (m_most_lines != 0 && m_payers > 0 && lines_with(postings) > m_most_lines)
            begin_document();
        ++m_payers;
        for (const auto& posting : postings) {
            m_sources.insert(source_key(posting));
            m_filled.push_back(posting);
            m_filled.back().document = m_document;
        }
    }

    std::vector<JournalPosting> take() { return std::move(m_filled); }

private:
    // At most: lines that come to nothing are left out later.
    [[nodiscard]] std::size_t lines_with(const std::vector<JournalPosting>& postings) const {
        std::set<PostingKey> more;
        for (const auto& posting : postings) {
            if (auto key = source_key(posting); !m_sources.contains(key))
                more.insert(std::move(key));
        }
        return m_payers + 1 + m_sources.size() + more.size();
    }

    std::uint32_t m_most_lines;
    std::uint32_t m_document = 0;
    std::size_t m_payers = 0;
    std::set<PostingKey> m_sources;
    std::vector<JournalPosting> m_filled;
};

}  // namespace

std::vector<JournalPosting> split_documents(const std::vector<JournalPosting>& postings,
                                            const std::vector<LinePart>& lines, LineDetail detail,
                                            std::uint32_t most_lines) {
    std::map<std::string, ByLine<std::vector<JournalPosting>>> by_currency;
    for (const auto& posting : postings) {
        by_currency[posting.key.statement.currency][line_key(posting.key, lines, detail)].push_back(
            posting);
    }
    DocumentFiller filler(most_lines);
    for (const auto& [currency, by_line] : by_currency) {
        filler.begin_document();
        for (const auto& [key, of_line] : by_line)
            filler.add_line(of_line);
    }
    return filler.take();
}

}  // namespace focus_billing
