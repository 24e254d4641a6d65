#include "render/statements/details_view.hpp"

#include <cstdint>
#include <numeric>
#include <span>
#include <tuple>
#include <vector>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/statements/statement.hpp"
#include "render/amounts_and_dates.hpp"
#include "render/statements/statement_tables.hpp"

namespace focus_billing {

namespace {

// Charges that are one row of the details: they agree in section, day, resource, service, kind,
// month of origin, description and unit.
struct DetailGroup {
    std::uint32_t begin = 0;  ///< its places in DetailGroups::order
    std::uint32_t end = 0;
    DecimalSum amount;  ///< exact
};

struct DetailGroups {
    std::vector<std::uint32_t> order;  ///< places in Statement::charges
    std::vector<DetailGroup> shown;    ///< by section, day, resource, service
    std::uint64_t left_out = 0;        ///< further groups
    DecimalSum left_out_amount;

    // The charges of one group.
    [[nodiscard]] std::span<const std::uint32_t> charges(const DetailGroup& group) const {
        return std::span(order).subspan(group.begin, group.end - group.begin);
    }
};

using View = std::string_view;

auto group_key(const StatementCharge& charge, bool by_region) {
    const View resource = charge.resource_name.empty() ? charge.resource_id : charge.resource_name;
    return std::tuple(charge.section, View(charge.day), resource, View(charge.resource_id),
                      View(charge.service), charge.kind, View(charge.period),
                      View(charge.description), View(charge.unit),
                      by_region ? View(charge.region) : View());
}

std::vector<std::uint32_t> sorted_order(const std::vector<StatementCharge>& charges,
                                        bool by_region) {
    std::vector<std::uint32_t> order(charges.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
        const auto ordering =
            group_key(charges[left], by_region) <=> group_key(charges[right], by_region);
        return ordering != 0 ? ordering < 0 : left < right;
    });
    return order;
}

bool is_before(const DetailGroup& left, const DetailGroup& right) {
    return left.begin < right.begin;
}

bool is_larger_group(const DetailGroup& left, const DetailGroup& right) {
    const int sign = left.amount.magnitude().difference(right.amount.magnitude()).sign();
    return sign != 0 ? sign > 0 : is_before(left, right);
}

// Keeps the largest groups: a heap with the smallest of them in front.
class LargestGroups {
public:
    LargestGroups(DetailGroups& groups, std::size_t most) : m_groups(groups), m_most(most) {}

    void add(DetailGroup group) {
        auto& shown = m_groups.shown;
        if (shown.size() < m_most) {
            shown.push_back(std::move(group));
            std::ranges::push_heap(shown, is_larger_group);
            return;
        }
        if (!shown.empty() && is_larger_group(group, shown.front())) {
            std::ranges::pop_heap(shown, is_larger_group);
            std::swap(shown.back(), group);
            std::ranges::push_heap(shown, is_larger_group);
        }
        ++m_groups.left_out;
        m_groups.left_out_amount.add(group.amount);
    }

private:
    DetailGroups& m_groups;
    std::size_t m_most;
};

DetailGroups detail_groups(const Statement& statement, bool by_region, std::size_t most) {
    const auto& charges = statement.charges;
    DetailGroups groups;
    groups.order = sorted_order(charges, by_region);
    LargestGroups largest(groups, most);
    const auto count = static_cast<std::uint32_t>(charges.size());
    for (std::uint32_t begin = 0; begin < count;) {
        DetailGroup group{begin, begin, {}};
        const auto key = group_key(charges[groups.order[begin]], by_region);
        for (; group.end < count; ++group.end) {
            const auto& charge = charges[groups.order[group.end]];
            if (group_key(charge, by_region) != key)
                break;
            add_amount(charge.amount, group.amount);
        }
        begin = group.end;
        largest.add(std::move(group));
    }
    std::ranges::sort(groups.shown, is_before);
    return groups;
}

constexpr std::array<std::string_view, detail_column_count> titles = {
    "Day", "Resource", "Service", "Description", "Region", "Quantity", "List price", "Amount"};

bool is_number(DetailColumn column) {
    return column == DetailColumn::quantity || column == DetailColumn::list ||
           column == DetailColumn::amount;
}

std::string resource_text(const StatementCharge& charge) {
    const auto& name = charge.resource_name;
    const auto& id = charge.resource_id;
    if (name.empty() || id.empty() || name == id)
        return name.empty() ? id : name;
    return name + " (" + id + ")";
}

// The rows of one statement.
class DetailRows {
public:
    DetailRows(const Statement& statement, const StatementStyle& style, const Money& money)
        : m_charges(statement.charges), m_style(style), m_money(money),
          m_groups(detail_groups(statement, shows(DetailColumn::region), style.detail_rows)) {}

    [[nodiscard]] const DetailGroups& groups() const { return m_groups; }

    [[nodiscard]] std::uint32_t section(const DetailGroup& group) const {
        return first(group).section;
    }

    [[nodiscard]] TableRow row(const DetailGroup& group) const {
        TableRow row;
        for (const auto column : m_style.columns)
            row.cells.push_back(cell(group, column));
        return row;
    }

    [[nodiscard]] TableRow note() const {
        return {TableRow::Kind::note,
                {"and " + shown_decimal(std::to_string(m_groups.left_out), 0) + " more, " +
                 m_money.with_currency(m_groups.left_out_amount.text()) +
                 "; all are in the CSV file"}};
    }

private:
    [[nodiscard]] bool shows(DetailColumn column) const {
        return std::ranges::find(m_style.columns, column) != m_style.columns.end();
    }

    [[nodiscard]] const StatementCharge& first(const DetailGroup& group) const {
        return m_charges[m_groups.charges(group).front()];
    }

    [[nodiscard]] std::string cell(const DetailGroup& group, DetailColumn column) const {
        const auto& charge = first(group);
        switch (column) {
        case DetailColumn::day: return short_day(charge.day);
        case DetailColumn::resource: return resource_text(charge);
        case DetailColumn::service:
            return line_label(charge.kind, charge.service, charge.period, group.amount.text());
        case DetailColumn::description: return charge.description;
        case DetailColumn::region: return charge.region;
        case DetailColumn::quantity: return quantity(group);
        case DetailColumn::list: return list_price(group);
        case DetailColumn::amount: return m_money.amount(group.amount.text());
        }
        return {};
    }

    [[nodiscard]] std::string quantity(const DetailGroup& group) const {
        DecimalSum sum;
        bool is_known = false;
        for (const auto place : m_groups.charges(group)) {
            is_known = is_known || !m_charges[place].quantity.empty();
            add_amount(m_charges[place].quantity, sum);
        }
        return is_known ? shown_quantity(sum.text(), first(group).unit) : std::string();
    }

    // Of a charge without a list price its amount, as in the lines of the statement.
    [[nodiscard]] std::string list_price(const DetailGroup& group) const {
        DecimalSum sum;
        bool is_known = false;
        for (const auto place : m_groups.charges(group)) {
            const auto& charge = m_charges[place];
            is_known = is_known || !charge.list.empty();
            add_amount(charge.list.empty() ? charge.amount : charge.list, sum);
        }
        return is_known ? m_money.amount(sum.text()) : std::string();
    }

    const std::vector<StatementCharge>& m_charges;
    const StatementStyle& m_style;
    const Money& m_money;
    DetailGroups m_groups;
};

void add_rows(const Statement& statement, const DetailRows& rows, TableView& table) {
    const bool with_headings = statement.sections.size() > 1;
    std::optional<std::uint32_t> section;
    for (const auto& group : rows.groups().shown) {
        if (with_headings && section != rows.section(group)) {
            section = rows.section(group);
            table.rows.push_back({TableRow::Kind::heading,
                                  {section_title(statement.sections.at(*section).fund_org)}});
        }
        table.rows.push_back(rows.row(group));
    }
    if (rows.groups().left_out > 0)
        table.rows.push_back(rows.note());
}

}  // namespace

TableView details_view(const Statement& statement, const StatementStyle& style,
                       const Money& money) {
    TableView table;
    table.title = "Charges in detail";
    for (const auto column : style.columns) {
        table.columns.push_back(
            {std::string(titles[static_cast<std::size_t>(column)]), is_number(column)});
    }
    if (!table.columns.empty())
        add_rows(statement, DetailRows(statement, style, money), table);
    return table;
}

}  // namespace focus_billing
