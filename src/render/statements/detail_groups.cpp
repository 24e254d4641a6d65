#include "render/statements/detail_groups.hpp"

#include <numeric>
#include <tuple>

#include "render/amounts_and_dates.hpp"

namespace focus_billing {

namespace {

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

bool is_larger(const DetailGroup& left, const DetailGroup& right) {
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
            std::ranges::push_heap(shown, is_larger);
            return;
        }
        if (!shown.empty() && is_larger(group, shown.front())) {
            std::ranges::pop_heap(shown, is_larger);
            std::swap(shown.back(), group);
            std::ranges::push_heap(shown, is_larger);
        }
        ++m_groups.left_out;
        m_groups.left_out_amount.add(group.amount);
    }

private:
    DetailGroups& m_groups;
    std::size_t m_most;
};

}  // namespace

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

}  // namespace focus_billing
