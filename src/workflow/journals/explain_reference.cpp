#include "focus_billing/workflow/journals/explain_reference.hpp"

#include <algorithm>
#include <set>

#include "focus_billing/billing/post_charges.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/store/journals/journal_store.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

namespace {

class ReferenceExplainer {
public:
    ReferenceExplainer(JournalStore& store, const std::string& reference) : m_store(store) {
        m_explanation.reference = reference;
    }

    // By the reference that lines bear.
    void find_lines() {
        const auto wanted = upper_case(m_explanation.reference);
        std::set<std::int64_t> journals;
        for (const auto& [journal, document] : m_store.find_reference(wanted))
            journals.insert(journal);
        for (const auto number : journals) {
            add(m_store.list({.number = number}).front(),
                [&](const LinePlace& place) { return place.line.reference == wanted; });
        }
    }

    // By the number of a statement that postings of the line stand on.
    void find_statement() {
        for (const auto& record : m_store.list({})) {
            read_statements(record.period);
            std::set<std::pair<std::uint32_t, std::size_t>> places;
            for (const auto& posting : m_store.journal_postings(record)) {
                if (number_of(record.period, posting.key.statement) == m_explanation.reference)
                    places.emplace(posting.document, posting.payer_line);
            }
            if (places.empty())
                continue;
            add(record, [&](const LinePlace& place) {
                return places.contains({place.document, place.number});
            });
        }
    }

    JournalExplanation take(std::size_t most_charges) {
        for (const auto& line : m_explanation.lines)
            read_statements(line.period);
        read_charges(most_charges);
        return std::move(m_explanation);
    }

    [[nodiscard]] bool found_nothing() const { return m_explanation.lines.empty(); }

private:
    struct LinePlace {
        std::uint32_t document = 0;
        std::size_t number = 0;
        const JournalLine& line;
    };

    void add(const JournalRecord& record, const std::function<bool(const LinePlace&)>& is_wanted) {
        const auto postings = m_store.journal_postings(record);
        for (const auto& document : m_store.documents(record)) {
            for (std::size_t i = 0; i < document.lines.size(); ++i) {
                const auto& line = document.lines[i];
                if (is_wanted({document.number, i + 1, line}))
                    add(record, document, i + 1,
                        postings_of(postings, document.number, line.party, i + 1));
            }
        }
    }

    static std::vector<JournalPosting> postings_of(const std::vector<JournalPosting>& postings,
                                                   std::uint32_t document, Party party,
                                                   std::size_t number) {
        std::vector<JournalPosting> found;
        std::ranges::copy_if(
            postings, std::back_inserter(found), [&](const JournalPosting& posting) {
                const auto line = party == Party::payer ? posting.payer_line : posting.source_line;
                return posting.document == document && line == number;
            });
        return found;
    }

    void add(const JournalRecord& record, const JournalDocument& document, std::size_t number,
             std::vector<JournalPosting> postings) {
        ExplainedLine explained;
        explained.journal = record.number;
        explained.period = record.period;
        explained.date = record.date;
        explained.currency = document.currency;
        explained.number = number;
        explained.line = document.lines[number - 1];
        explained.postings = std::move(postings);
        const auto part = std::ranges::find(record.parts, document.number, &JournalPart::number);
        if (part != record.parts.end())
            explained.part = *part;
        m_explanation.lines.push_back(std::move(explained));
    }

    void read_statements(BillingPeriod period) {
        if (!m_known_periods.insert(period).second)
            return;
        for (auto& [key, number] : m_store.statements(period, {}, {}).numbers)
            m_explanation.statements.emplace(std::pair(period, key), number);
    }

    [[nodiscard]] std::string number_of(BillingPeriod period, const StatementKey& key) const {
        const auto found = m_explanation.statements.find({period, key});
        return found == m_explanation.statements.end() ? std::string() : found->second;
    }

    void read_charges(std::size_t most) {
        std::map<BillingPeriod, std::set<PostingKey>> wanted;
        for (const auto& line : m_explanation.lines) {
            for (const auto& posting : line.postings)
                wanted[line.period].insert(posting.key);
        }
        for (const auto& [period, keys] : wanted)
            read_charges(period, keys, most);
    }

    void read_charges(BillingPeriod period, const std::set<PostingKey>& wanted, std::size_t most) {
        const auto accounts = m_store.accounts(period);
        m_store.for_each_billed_charge(period, [&](const BilledCharge& charge) {
            for (const auto& share : shares_of(charge)) {
                const auto key = posting_key(share, charge.source, charge.currency, accounts);
                if (wanted.contains(key))
                    add_charge(charge.id, share, key, most);
            }
        });
    }

    void add_charge(std::int64_t id, const Share& share, const PostingKey& key, std::size_t most) {
        ++m_explanation.charge_count;
        if (m_explanation.charges.size() < most)
            m_explanation.charges.push_back({id, share.cost.text(), key.statement, key.source});
    }

    JournalStore& m_store;
    JournalExplanation m_explanation;
    std::set<BillingPeriod> m_known_periods;
};

}  // namespace

JournalExplanation explain_reference(Session& session, const std::string& reference,
                                     std::size_t most_charges) {
    auto database = open_database_for_reading(session);
    JournalStore store(database, JournalStore::Purpose::read);
    ReferenceExplainer explainer(store, reference);
    explainer.find_lines();
    if (explainer.found_nothing())
        explainer.find_statement();
    if (explainer.found_nothing()) {
        throw Error(ErrorKind::state,
                    make_diagnostic(813, {.file = store.path(), .line = 0, .column = 0},
                                    "no journal has a line with this reference, or of this "
                                    "statement",
                                    reference,
                                    "the lines of a journal: focus-billing journals show N"));
    }
    return explainer.take(most_charges);
}

}  // namespace focus_billing
