#include "store/decimal_functions.hpp"

#include <sqlite3.h>

#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/decimal_sum.hpp"

namespace focus_billing {

namespace {

constexpr int function_flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

std::optional<Decimal> decimal_of(std::string_view text) {
    const auto parsed = parse_decimal(text);
    if (parsed.fault != DecimalFault::none)
        return std::nullopt;
    return parsed.value;
}

std::string_view bytes_of(sqlite3_value* value) {
    // In this order: asking for the text may change the number of bytes.
    const auto* text = sqlite3_value_text(value);
    const int size = sqlite3_value_bytes(value);
    if (text == nullptr)
        return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

std::optional<Decimal> decimal_of(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: return Decimal::of(sqlite3_value_int64(value), 0);
    case SQLITE_TEXT: return decimal_of(bytes_of(value));
    default: return std::nullopt;
    }
}

// Sums that were stored may be wider than one amount.
std::optional<DecimalSum> wide_decimal_of(std::string_view text) {
    const auto value = decimal_of(text);
    if (!value)
        return DecimalSum::parse(text);
    DecimalSum sum;
    sum.add(*value);
    return sum;
}

std::optional<DecimalSum> wide_decimal_of(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
    case SQLITE_TEXT: return wide_decimal_of(bytes_of(value));
    default: return std::nullopt;
    }
}

std::strong_ordering operator<=>(DecimalSum left, const DecimalSum& right) {
    left.subtract(right);
    return left.sign() <=> 0;
}

std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() <= longest)
        return std::string(text);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "...";
}

std::string description(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_FLOAT: return std::string(bytes_of(value)) + " (floating point)";
    case SQLITE_BLOB: return "binary data";
    default: return shortened(bytes_of(value));
    }
}

void refuse(sqlite3_context* context, sqlite3_value* value) {
    const std::string message = "not a decimal: " + description(value);
    sqlite3_result_error(context, message.data(), static_cast<int>(message.size()));
}

void give_text(sqlite3_context* context, const std::string& text) {
    sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

// No exception may pass through SQLite; of ours, only a lack of memory is possible.
template <typename Action>
void guarded(sqlite3_context* context, Action action) {
    try {
        action();
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

// SQLite keeps a pointer for each group, null at first.
using SumSlot = DecimalSum*;

DecimalSum& sum_of(sqlite3_context* context) {
    auto* slot = static_cast<SumSlot*>(sqlite3_aggregate_context(context, sizeof(SumSlot)));
    if (slot == nullptr)
        throw std::bad_alloc();
    if (*slot == nullptr)
        *slot = new DecimalSum;
    return **slot;
}

SumSlot existing_sum(sqlite3_context* context) {
    const auto* slot = static_cast<SumSlot*>(sqlite3_aggregate_context(context, 0));
    return slot == nullptr ? nullptr : *slot;
}

template <void (DecimalSum::*Change)(const Decimal&),
          void (DecimalSum::*ChangeWide)(const DecimalSum&)>
void change_sum(sqlite3_context* context, int, sqlite3_value** arguments) {
    guarded(context, [&] {
        DecimalSum& sum = sum_of(context);
        if (sqlite3_value_type(*arguments) == SQLITE_NULL)
            return;
        if (const auto value = decimal_of(*arguments)) {
            (sum.*Change)(*value);
        } else if (const auto wide = wide_decimal_of(*arguments)) {
            (sum.*ChangeWide)(*wide);
        } else {
            refuse(context, *arguments);
        }
    });
}

void give_sum(sqlite3_context* context) {
    guarded(context, [&] {
        if (const SumSlot sum = existing_sum(context))
            give_text(context, sum->text());
    });
}

void finish_sum(sqlite3_context* context) {
    give_sum(context);
    delete existing_sum(context);
}

void compare(sqlite3_context* context, int, sqlite3_value** arguments) {
    for (int i = 0; i < 2; ++i) {
        if (sqlite3_value_type(arguments[i]) == SQLITE_NULL)
            return;
    }
    guarded(context, [&] {
        const auto left = wide_decimal_of(arguments[0]);
        const auto right = wide_decimal_of(arguments[1]);
        if (!left || !right)
            return refuse(context, left ? arguments[1] : arguments[0]);
        const auto order = *left <=> *right;
        sqlite3_result_int(context, static_cast<int>(order > 0) - static_cast<int>(order < 0));
    });
}

void subtract(sqlite3_context* context, int, sqlite3_value** arguments) {
    for (int i = 0; i < 2; ++i) {
        if (sqlite3_value_type(arguments[i]) == SQLITE_NULL)
            return;
    }
    guarded(context, [&] {
        auto left = wide_decimal_of(arguments[0]);
        const auto right = wide_decimal_of(arguments[1]);
        if (!left || !right)
            return refuse(context, left ? arguments[1] : arguments[0]);
        left->subtract(*right);
        give_text(context, left->text());
    });
}

std::strong_ordering order_of_texts(std::string_view left, std::string_view right) {
    const auto left_number = decimal_of(left);
    const auto right_number = decimal_of(right);
    if (left_number && right_number)
        return *left_number <=> *right_number;
    const auto left_value = wide_decimal_of(left);
    const auto right_value = wide_decimal_of(right);
    if (left_value && right_value)
        return *left_value <=> *right_value;
    if (left_value || right_value)
        return right_value.has_value() <=> left_value.has_value();
    return left <=> right;
}

int collate(void*, int left_size, const void* left, int right_size, const void* right) {
    const auto order =
        order_of_texts({static_cast<const char*>(left), static_cast<std::size_t>(left_size)},
                       {static_cast<const char*>(right), static_cast<std::size_t>(right_size)});
    return static_cast<int>(order > 0) - static_cast<int>(order < 0);
}

}  // namespace

void add_decimal_functions(sqlite3* database) {
    const bool added =
        sqlite3_create_window_function(
            database, "decimal_sum", 1, function_flags, nullptr,
            change_sum<&DecimalSum::add, &DecimalSum::add>, finish_sum, give_sum,
            change_sum<&DecimalSum::subtract, &DecimalSum::subtract>, nullptr) == SQLITE_OK &&
        sqlite3_create_function_v2(database, "decimal_cmp", 2, function_flags, nullptr, compare,
                                   nullptr, nullptr, nullptr) == SQLITE_OK &&
        sqlite3_create_function_v2(database, "decimal_sub", 2, function_flags, nullptr, subtract,
                                   nullptr, nullptr, nullptr) == SQLITE_OK &&
        sqlite3_create_collation_v2(database, "decimal", SQLITE_UTF8, nullptr, collate, nullptr) ==
            SQLITE_OK;
    if (!added)
        throw std::bad_alloc();
}

}  // namespace focus_billing
