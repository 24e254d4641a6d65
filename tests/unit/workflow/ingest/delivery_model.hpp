#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

/// What deliveries, corrections and closed months must come to, told again in a few lines that
/// share nothing with the program: every row is kept in a list, and every total is added up by
/// hand.
class DeliveryModel {
public:
    struct Row {
        int month = 1;
        std::string resource;
        std::string cost;
        bool operator==(const Row&) const = default;
    };
    struct Kept {
        Row row;
        int counts_in = 1;
        bool held = false;
        long order = 0;
    };
    struct File {
        long number = 0;
        std::string name;
        std::vector<Kept> kept;
        int to_mend = 0;
    };
    enum class How { by_name, snapshot, replace, append, mend };

    /// By month: open, closed, finalized.
    std::map<int, std::string> status;
    /// By source and month: the files that count there.
    std::map<std::string, std::map<int, std::vector<File>>> files;
    std::map<int, DecimalSum> billed;

    [[nodiscard]] bool is_open(int month) const {
        return !status.contains(month) || status.at(month) == "open";
    }

    /// False: the file is refused, and nothing changed. `number` is that of the import.
    bool deliver(const std::string& source, const std::string& name, const std::vector<Row>& rows,
                 int rejected, How how, std::optional<long> other, bool as_corrections,
                 long number) {
        const DeliveryModel before = *this;
        if (try_to_deliver(source, name, rows, rejected, how, other, as_corrections, number))
            return true;
        *this = before;
        return false;
    }

    [[nodiscard]] int held(int month) const {
        int count = 0;
        for_each([&](const std::string&, const Kept& kept) {
            count += kept.counts_in == month && kept.held ? 1 : 0;
        });
        return count + m_held_reversals_of(month);
    }
    [[nodiscard]] std::vector<std::string> sources_of(int month) const {
        std::vector<std::string> sources;
        for_each([&](const std::string& source, const Kept& kept) {
            if (kept.counts_in == month)
                sources.push_back(source);
        });
        for (const auto& [source, reversal_month] : m_reversals) {
            if (reversal_month == month)
                sources.push_back(source);
        }
        std::ranges::sort(sources);
        sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
        return sources;
    }
    [[nodiscard]] int to_mend(int month) const {
        int count = 0;
        for (const auto& [source, months] : files) {
            if (!months.contains(month))
                continue;
            for (const auto& file : months.at(month))
                count += file.to_mend;
        }
        return count;
    }

private:
    std::vector<std::pair<std::string, int>> m_reversals;
    std::vector<int> m_held_reversals;
    std::map<long, std::string> m_names;  // of imports
    long m_order = 0;

    template <class Action>
    void for_each(Action action) const {
        for (const auto& [source, months] : files) {
            for (const auto& [month, list] : months) {
                for (const auto& file : list) {
                    for (const auto& kept : file.kept)
                        action(source, kept);
                }
            }
        }
    }
    [[nodiscard]] int m_held_reversals_of(int month) const {
        return static_cast<int>(std::ranges::count(m_held_reversals, month));
    }

    [[nodiscard]] std::optional<int> target(int month) const {
        for (const auto& [candidate, word] : status) {
            if (candidate > month && word == "open")
                return candidate;
        }
        return std::nullopt;
    }
    void bill(int month, const std::string& cost, bool adds) {
        const Decimal value = parse_decimal(cost).value;
        if (adds) {
            billed[month].add(value);
        } else {
            billed[month].subtract(value);
        }
    }

    bool try_to_deliver(const std::string& source, const std::string& name,
                        const std::vector<Row>& rows, int rejected, How how,
                        std::optional<long> other, bool as_corrections, long number) {
        std::vector<int> months;
        for (const auto& row : rows)
            months.push_back(row.month);
        std::ranges::sort(months);
        months.erase(std::unique(months.begin(), months.end()), months.end());
        for (const int month : months)
            status.try_emplace(month, "open");
        m_names[number] = name;
        bool used = false;
        for (const int month : months) {
            std::vector<Row> of_month;
            std::ranges::copy_if(rows, std::back_inserter(of_month),
                                 [&](const Row& row) { return row.month == month; });
            if (!deliver_month(source, name, of_month, rejected, how, other, as_corrections, number,
                               month, used))
                return false;
        }
        return how != How::replace || !other || used || months.empty();
    }

    bool deliver_month(const std::string& source, const std::string& name,
                       const std::vector<Row>& rows, int rejected, How how,
                       std::optional<long> other, bool as_corrections, long number, int month,
                       bool& used) {
        auto& list = files[source][month];
        std::vector<Kept> old;
        std::vector<Kept> beside;
        bool decided =
            list.empty() || how == How::snapshot || how == How::append || how == How::mend;
        if (how == How::replace && !other && list.size() > 1)
            return false;
        std::vector<File> stay;
        for (auto& file : list) {
            const bool replaced = how == How::snapshot ||
                                  (how == How::by_name && file.name == name) ||
                                  (how == How::replace && (!other || file.number == *other));
            decided = decided || replaced;
            used = used || (how == How::replace && replaced);
            auto& pile = replaced ? old : beside;
            pile.insert(pile.end(), file.kept.begin(), file.kept.end());
            if (!replaced)
                stay.push_back(file);
        }
        if (!decided)
            return false;
        if (how == How::mend)
            beside.clear();
        const auto by_order = [](const Kept& a, const Kept& b) { return a.order < b.order; };
        std::ranges::sort(old, by_order);
        std::ranges::sort(beside, by_order);
        File file{number, name, {}, rejected};
        std::vector<Kept> fresh;
        for (const auto& row : rows) {
            const auto same = [&](const Kept& kept) { return kept.row == row; };
            const auto found = std::ranges::find_if(old, same);
            if (found != old.end()) {
                file.kept.push_back(*found);
                old.erase(found);
                continue;
            }
            const auto twin = std::ranges::find_if(beside, same);
            const bool held = twin != beside.end();
            if (held)
                beside.erase(twin);
            fresh.push_back({row, month, held, ++m_order});
        }
        const bool locked_old =
            std::ranges::any_of(old, [&](const Kept& kept) { return !is_open(kept.counts_in); });
        const bool needs_target = locked_old || (!fresh.empty() && !is_open(month));
        if (needs_target && (!as_corrections || !target(month)))
            return false;
        for (const auto& kept : old) {
            const bool open = is_open(kept.counts_in);
            const int counts_in = open ? kept.counts_in : *target(month);
            bill(counts_in, kept.row.cost, false);
            if (!open) {
                m_reversals.emplace_back(source, counts_in);
                if (kept.held)
                    m_held_reversals.push_back(counts_in);
            }
        }
        for (auto& kept : fresh) {
            kept.counts_in = is_open(month) ? month : *target(month);
            bill(kept.counts_in, kept.row.cost, true);
            file.kept.push_back(kept);
        }
        if (how == How::mend) {
            for (auto& mended : list) {
                if (mended.number != *other)
                    continue;
                mended.kept.insert(mended.kept.end(), file.kept.begin(), file.kept.end());
                return true;
            }
            file.name = m_names.at(*other);
            stay = list;
        }
        stay.push_back(file);
        list = stay;
        return true;
    }
};

}  // namespace focus_billing
