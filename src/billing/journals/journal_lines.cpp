#include "focus_billing/billing/journals/journal_lines.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

#include "focus_billing/billing/journals/line_key.hpp"
#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

namespace {

// What all postings of a line say, or nothing if they differ.
class Common {
public:
    void add(const std::string& text) {
        if (m_is_first)
            m_text = text;
        else if (m_text != text)
            m_text.clear();
        m_is_first = false;
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
    bool m_is_first = true;
};

struct LineSum {
    std::uint64_t charges = 0;
    DecimalSum amount;
    Common pi_email;
    Common project_id;
    Common statement;
    Common cost_center;
    Common reference_1;
    Common reference_2;
    PostingKey reference_key;
    std::uint32_t place = 0;
};

std::string without_gaps(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c != ' ' || (!result.empty() && result.back() != ' '))
            result += c;
    }
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

class DescriptionMaker {
public:
    explicit DescriptionMaker(const JournalTerms& terms)
        : m_terms(terms), m_payer(parse_template(terms.description)),
          m_source(parse_template(terms.credit_description)) {}

    [[nodiscard]] std::string make(const JournalLine& line) const {
        std::string text = m_terms.is_draft ? "DRAFT " : "";
        for (const auto& part : (line.party == Party::payer ? m_payer : m_source).parts)
            text += part.kind == TemplatePart::Kind::literal ? part.text : value(line, part.text);
        return without_gaps(text);
    }

private:
    [[nodiscard]] std::string value(const JournalLine& line, const std::string& name) const {
        if (const auto* text = line_text(line, name))
            return *text;
        if (name == "period")
            return m_terms.period.text();
        if (name == "fiscal_year")
            return std::to_string(m_terms.fiscal_year);
        if (name == "fiscal_period")
            return std::to_string(m_terms.fiscal_period);
        throw std::logic_error("a description that was not checked: " + name);
    }

    const JournalTerms& m_terms;
    TextTemplate m_payer;
    TextTemplate m_source;
};

// The lines of one document.
class DocumentMaker {
public:
    DocumentMaker(const JournalTerms& terms, const FundOrgParts& parts,
                  const DescriptionMaker& descriptions, LineReferences& references)
        : m_terms(terms), m_parts(parts), m_descriptions(descriptions), m_references(references) {}

    JournalDocument make(std::span<JournalPosting> postings) {
        for (const auto& posting : postings)
            add(posting);
        m_document.number = postings.front().document;
        m_document.currency = postings.front().key.statement.currency;
        append_lines(Party::payer, m_payers);
        append_lines(Party::source, m_sources);
        for (auto& posting : postings)
            note_places(posting);
        return std::move(m_document);
    }

private:
    [[nodiscard]] PostingKey payer_key(const JournalPosting& posting) const {
        return line_key(posting.key, m_terms.lines, m_terms.detail);
    }

    void add(const JournalPosting& posting) {
        LineSum& payer = m_payers[payer_key(posting)];
        add(posting, payer);
        // A detailed line belongs to the line that it is a part of.
        payer.reference_key = m_terms.detail == LineDetail::postings
                                  ? line_key(posting.key, m_terms.lines, LineDetail::configured)
                                  : payer_key(posting);
        payer.pi_email.add(posting.key.statement.pi_email);
        payer.project_id.add(posting.key.statement.project_id);
        payer.statement.add(statement_of(posting.key.statement));
        payer.cost_center.add(posting.key.cost_center);
        payer.reference_1.add(posting.key.reference_1);
        payer.reference_2.add(posting.key.reference_2);
        LineSum& source = m_sources[source_key(posting)];
        add(posting, source);
        source.reference_key = source_key(posting);
    }

    static void add(const JournalPosting& posting, LineSum& sum) {
        sum.charges += posting.charges;
        sum.amount.add(posting.amount);
    }

    [[nodiscard]] std::string statement_of(const StatementKey& key) const {
        const auto found = m_terms.statements.find(key);
        return found == m_terms.statements.end() ? std::string() : found->second;
    }

    void append_lines(Party party, ByLine<LineSum>& sums) {
        for (auto& [key, sum] : sums) {
            if (sum.amount.sign() == 0)
                continue;
            m_document.lines.push_back(line_of(party, key, sum));
            const auto& line = m_document.lines.back();
            (line.side == Side::debit ? m_document.debits : m_document.credits).add(line.amount);
            sum.place = static_cast<std::uint32_t>(m_document.lines.size());
        }
    }

    JournalLine line_of(Party party, const PostingKey& key, const LineSum& sum) {
        const Side usual = party == Party::payer ? Side::debit : Side::credit;
        JournalLine line{.party = party,
                         .side = sum.amount.sign() > 0 ? usual : other_side(usual),
                         .reference = m_references.find(party, sum.reference_key),
                         .fund_org = key.fund_org,
                         .account_code = key.account_code,
                         .source = key.source,
                         .pi_email = sum.pi_email.text(),
                         .project_id = sum.project_id.text(),
                         .statement = sum.statement.text(),
                         .cost_center = sum.cost_center.text(),
                         .reference_1 = sum.reference_1.text(),
                         .reference_2 = sum.reference_2.text(),
                         .description = {},
                         .groups = m_parts.find(key.fund_org).value_or(Groups()),
                         .charges = sum.charges,
                         .amount = sum.amount.magnitude()};
        line.description = m_descriptions.make(line);
        return line;
    }

    void note_places(JournalPosting& posting) const {
        posting.payer_line = m_payers.at(payer_key(posting)).place;
        posting.source_line = m_sources.at(source_key(posting)).place;
    }

    using Groups = std::map<std::string, std::string>;

    const JournalTerms& m_terms;
    const FundOrgParts& m_parts;
    const DescriptionMaker& m_descriptions;
    LineReferences& m_references;
    ByLine<LineSum> m_payers;
    ByLine<LineSum> m_sources;
    JournalDocument m_document;
};

}  // namespace

std::vector<JournalDocument> make_lines(std::vector<JournalPosting>& postings,
                                        const JournalTerms& terms, const FundOrgParts& parts) {
    const DescriptionMaker descriptions(terms);
    LineReferences references(terms.period);
    std::ranges::stable_sort(postings, {}, &JournalPosting::document);
    std::vector<JournalDocument> documents;
    for (auto first = postings.begin(); first != postings.end();) {
        const auto last = std::find_if(first, postings.end(), [&](const JournalPosting& posting) {
            return posting.document != first->document;
        });
        documents.push_back(
            DocumentMaker(terms, parts, descriptions, references).make({first, last}));
        first = last;
    }
    return documents;
}

}  // namespace focus_billing
