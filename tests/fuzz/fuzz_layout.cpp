#include "focus_billing/config/layouts/read_layout.hpp"
#include "focus_billing/render/journals/journal_bytes.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

JournalLine line_of(Side side) {
    JournalLine line;
    line.side = side;
    line.party = side == Side::debit ? Party::payer : Party::source;
    line.reference = "REFERENC";
    line.fund_org = "=1;\"x\",";
    line.groups = {{"fund", "1"}};
    line.account_code = "5";
    line.description = "Zürich\n東京";
    line.amount = sum_of("12.5");
    return line;
}

Journal small_journal() {
    Journal journal;
    journal.number = 1;
    journal.period = BillingPeriod(2025, 1);
    journal.date = "2025-01-31";
    journal.created = "2025-02-05T06:07:08Z";
    JournalDocument document;
    document.currency = "USD";
    document.lines = {line_of(Side::debit), line_of(Side::credit)};
    document.debits = document.credits = sum_of("12.5");
    journal.documents = {document};
    return journal;
}

}  // namespace

/// A layout is refused with a place, or a journal can be written in it, or every value that cannot
/// is told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto journal = small_journal();
    const auto loaded = read_layout(text_of(data, size), "f.yaml", {"orgn"}, {{"chart", "U"}});
    for (const auto& finding : loaded.diagnostics)
        require(finding.place.file == "f.yaml" && !finding.message.empty());
    if (!loaded.diagnostics.empty())
        return 0;
    const auto rendered = journal_bytes(journal, loaded.layout);
    require(rendered.faults.empty() || rendered.bytes.empty());
    require(rendered.bytes == journal_bytes(journal, loaded.layout).bytes);
    return 0;
}
