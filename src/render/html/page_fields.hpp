#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"
#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

/// Takes the names and values that a page's template may use. Each page tells them once
/// (`add_statement_fields` and the like): to fill a template, or to learn which names there are.
/// Names are told whatever the values: none depends on the other.
class PageFields {
public:
    using Fill = std::function<void(PageFields& fields)>;

    PageFields() = default;
    PageFields(const PageFields&) = delete;
    PageFields& operator=(const PageFields&) = delete;
    virtual ~PageFields() = default;

    /// Escaped where it is written. As a section it is left out if it is empty.
    virtual void text(std::string_view name, std::string_view value) = 0;
    /// A piece of CSS or SVG of our own, written as it is.
    virtual void markup(std::string_view name, std::string_view value) = 0;
    /// A section alone.
    virtual void flag(std::string_view name, bool value) = 0;
    /// Names below a name: `{{organization.email}}`.
    virtual void group(std::string_view name, const Fill& fill) = 0;
    /// A section that is written for each of the texts, `{{.}}`, and the flag `has_<name>`.
    void texts(std::string_view name, const std::vector<std::string>& values) {
        flag("has_" + std::string(name), !values.empty());
        list_of_texts(name, values);
    }
    /// A section that is written for each item, and the flag `has_<name>`. `fill(fields, item,
    /// index)` tells what the item has.
    template <typename Item, typename FillItem>
    void list(std::string_view name, const std::vector<Item>& items, FillItem fill) {
        flag("has_" + std::string(name), !items.empty());
        const std::vector<Item> sample(wants_names_alone() ? 1 : 0);
        const auto& told = sample.empty() ? items : sample;
        list_of_items(name, told.size(), [&](PageFields& fields, std::size_t index) {
            fill(fields, told[index], index);
        });
    }

protected:
    using FillIndexed = std::function<void(PageFields& fields, std::size_t index)>;

    virtual void list_of_texts(std::string_view name, const std::vector<std::string>& values) = 0;
    virtual void list_of_items(std::string_view name, std::size_t count,
                               const FillIndexed& fill) = 0;
    /// Whether each list is to tell one item, even if it is empty.
    [[nodiscard]] virtual bool wants_names_alone() const = 0;
};

/// What the template of a statement may use.
void add_statement_fields(PageFields& fields, const StatementView& view,
                          const StatementStyle& style);

/// What the template of a run's summary may use.
void add_summary_fields(PageFields& fields, const SummaryView& view, const StatementStyle& style);

/// What the template of a run's index may use. Amounts are formatted, paths are links.
void add_index_fields(PageFields& fields, const StatementSummary& summary,
                      const StatementStyle& style);

}  // namespace focus_billing
