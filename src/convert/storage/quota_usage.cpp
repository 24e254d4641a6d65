#include "convert/storage/quota_usage.hpp"

#include <algorithm>
#include <array>

#include "convert/csv_table.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

// Of several names the first that the object has.
template <std::size_t count>
const JsonValue* first_of(const JsonValue& object,
                          const std::array<std::string_view, count>& names) {
    for (const auto name : names) {
        const auto* found = object.find(name);
        if (found != nullptr && !found->is_null())
            return found;
    }
    return nullptr;
}

class QuotaList {
public:
    QuotaList(std::string_view text, std::string file, const OnFinding& on_finding)
        : m_text(text), m_file(std::move(file)), m_on_finding(on_finding) {}

    void for_each(const std::function<void(const JsonValue&)>& take) {
        const auto on_quota = [&](const JsonValue& value) {
            ++m_number;
            m_is_good = true;
            take(value);
        };
        const auto on_rest = [&](std::string_view name, const JsonValue& value) {
            const auto next = name == "paging" ? value.text_at("next") : value.text;
            if (name == "paging" || name == "resume")
                m_goes_on = !next.empty();
        };
        const auto fault = for_each_json_element(m_text, "quotas", on_quota, on_rest);
        if (fault) {
            report(601, "the file is no JSON from byte " + std::to_string(*fault) + " on", {},
                   "export it again");
        } else if (m_number == 0 && !m_is_list && m_text.find("\"quotas\"") == m_text.npos) {
            report(601, "the JSON has no list 'quotas'", {},
                   "export the quotas as docs/integrations says");
        }
    }
    [[nodiscard]] bool goes_on() const { return m_goes_on; }
    /// Whether all numbers of the present quota could be read.
    [[nodiscard]] bool is_good() const { return m_is_good; }
    /// A whole number of bytes, also as a text; what is none is a finding, and nothing.
    std::optional<Decimal> bytes(const JsonValue* value, const std::string& path) {
        if (value == nullptr || value->is_null() ||
            (value->kind == JsonKind::string && value->text.empty()))
            return std::nullopt;
        const auto parsed = parse_decimal(value->text);
        if (parsed.fault == DecimalFault::none && parsed.value.scale() == 0 &&
            parsed.value >= Decimal{})
            return parsed.value;
        m_is_good = false;
        report_quota(602, path, "this is no whole number of bytes", value->text,
                     "export it again; bytes are written in digits alone");
        return std::nullopt;
    }
    void report_quota(int code, const std::string& path, const std::string& message,
                      std::string value, std::string help) {
        report(code,
               "quota " + std::to_string(m_number) + (path.empty() ? "" : " (" + path + ")") +
                   ": " + message,
               std::move(value), std::move(help));
    }

private:
    void report(int code, std::string message, std::string value, std::string help) {
        m_on_finding(make_diagnostic(code, {.file = m_file, .line = 0, .column = 0},
                                     std::move(message), std::move(value), std::move(help)));
    }

    std::string_view m_text;
    std::string m_file;
    const OnFinding& m_on_finding;
    std::uint64_t m_number = 0;
    bool m_goes_on = false;
    bool m_is_good = true;
    bool m_is_list = m_text.substr(0, m_text.find_first_of("[{") + 1).ends_with('[');
};

bool is_false(const JsonValue& object, std::string_view name) {
    return object.text_at(name) == "false";
}

// The persona's name or, where the system did not find it, its number.
std::string persona_of(const JsonValue& value) {
    const auto name = value.text_at("persona.name");
    return std::string(name.empty() ? value.text_at("persona.id") : name);
}

void read_usage(QuotaList& list, const JsonValue& usage, QuotaUsage& quota) {
    constexpr std::array<std::string_view, 3> logical = {"fslogical", "logical", "applogical"};
    constexpr std::array<std::string_view, 2> physical = {"fsphysical", "physical"};
    quota.logical = list.bytes(first_of(usage, logical), quota.path);
    quota.physical = list.bytes(first_of(usage, physical), quota.path);
    quota.is_ready = quota.is_ready && !is_false(usage, "fslogical_ready");
    quota.is_physical_ready = quota.is_physical_ready && !is_false(usage, "fsphysical_ready") &&
                              !is_false(usage, "physical_ready");
}

QuotaUsage onefs_quota(QuotaList& list, const JsonValue& value) {
    QuotaUsage quota;
    quota.path = folder_path(value.text_at("path"));
    quota.id = value.text_at("id");
    quota.type = value.text_at("type");
    if (quota.type != "directory")
        quota.persona = persona_of(value);
    quota.is_ready = !is_false(value, "ready");
    quota.is_physical_ready = quota.is_ready;
    if (const auto* usage = value.find("usage"))
        read_usage(list, *usage, quota);
    if (const auto* thresholds = value.find("thresholds"))
        quota.limit = list.bytes(thresholds->find("hard"), quota.path);
    return quota;
}

bool is_known_type(const QuotaUsage& quota) {
    constexpr std::array<std::string_view, 3> types = {"directory", "user", "group"};
    return quota.is_default() || std::ranges::find(types, quota.type) != types.end();
}

// A quota of an unknown kind is charged like one of a folder or, if it is of someone, of a user.
constexpr std::string_view unknown_type = "an unknown type of quota; it is charged all the same";
constexpr std::string_view unknown_type_help =
    "types are directory, user, group and default-...; look it up in the manual of OneFS";
void take_as_known(QuotaUsage& quota) {
    quota.type = quota.persona.empty() ? "directory" : "user";
}

// `1.50T`: isi counts in units of 1024.
std::optional<Decimal> parse_size(std::string_view text) {
    constexpr std::string_view units = "bkmgtpe";
    text = trimmed(text);
    std::size_t unit = 0;
    if (!text.empty() && units.find(lower_case(text.back())) != std::string_view::npos) {
        unit = units.find(lower_case(text.back()));
        text.remove_suffix(1);
    }
    const auto parsed = parse_decimal(text);
    if (parsed.fault != DecimalFault::none || parsed.value < Decimal{})
        return std::nullopt;
    Decimal bytes = parsed.value;
    for (std::size_t i = 0; i < unit; ++i)
        bytes = product(bytes, whole_number(1024));
    return quotient(bytes, whole_number(1), 0);
}

bool is_none(std::string_view text) {
    return text.empty() || text == "-" || text == "0";
}

std::optional<Decimal> size_in(CsvTable& table, std::size_t column) {
    const auto text = table.text(column);
    if (text.empty() || text == "-")
        return std::nullopt;
    const auto bytes = parse_size(text);
    if (!bytes)
        table.report(602, column, "this is no size", std::string(text),
                     "write bytes, or a number with one of B, K, M, G, T, P, E");
    return bytes;
}

// A size that could not be read was reported before.
void take_row(CsvTable& table, QuotaUsage quota, std::size_t path, std::size_t used,
              const OnQuota& on_quota) {
    const auto size = table.text(used);
    if (!quota.path.empty() && (quota.logical || quota.is_default())) {
        on_quota(std::move(quota));
    } else if (quota.path.empty() || size.empty() || size == "-") {
        table.report(602, quota.path.empty() ? path : used, "the row has no path or no size",
                     std::string(size), "write both");
    }
}

}  // namespace

std::string folder_path(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    return std::string(path);
}

bool read_onefs_json(std::string_view text, const std::string& file, const OnQuota& on_quota,
                     const OnFinding& on_finding) {
    QuotaList list(text, file, on_finding);
    list.for_each([&](const JsonValue& value) {
        auto quota = onefs_quota(list, value);
        if (!list.is_good())
            return;
        if (quota.path.empty() || (!quota.logical && !quota.physical && !quota.is_default())) {
            list.report_quota(601, quota.path, "it has no path or no usage in bytes", {},
                              "export it with 'isi quota quotas list --format=json', or from "
                              "/platform/1/quota/quotas");
            return;
        }
        if (!is_known_type(quota)) {
            list.report_quota(603, quota.path, std::string(unknown_type), quota.type,
                              std::string(unknown_type_help));
            take_as_known(quota);
        }
        on_quota(std::move(quota));
    });
    return list.goes_on();
}

void read_onefs_csv(const ConverterInput& input, const OnQuota& on_quota,
                    const OnFinding& on_finding) {
    enum Column : std::size_t { type, applies_to, path, hard, used };
    static const std::vector<CsvColumn> columns = {
        {{"Type"}}, {{"AppliesTo"}, false}, {{"Path"}}, {{"Hard"}, false}, {{"Used"}}};
    CsvTable table(input, columns, on_finding);
    table.for_each_row([&] {
        QuotaUsage quota;
        quota.path = folder_path(table.text(path));
        quota.type = lower_case(table.text(type));
        if (quota.type != "directory" && table.text(applies_to) != "DEFAULT")
            quota.persona = table.text(applies_to);
        quota.limit = is_none(table.text(hard)) ? std::nullopt : size_in(table, hard);
        quota.logical = size_in(table, used);
        if (!is_known_type(quota)) {
            table.report(603, type, std::string(unknown_type), quota.type,
                         std::string(unknown_type_help));
            take_as_known(quota);
        }
        take_row(table, std::move(quota), path, used, on_quota);
    });
}

bool read_qumulo_json(std::string_view text, const std::string& file, const OnQuota& on_quota,
                      const OnFinding& on_finding) {
    QuotaList list(text, file, on_finding);
    list.for_each([&](const JsonValue& value) {
        QuotaUsage quota;
        quota.path = folder_path(value.text_at("path"));
        quota.id = value.text_at("id");
        quota.type = "directory";
        quota.logical = list.bytes(value.find("capacity_usage"), quota.path);
        quota.limit = list.bytes(value.find("limit"), quota.path);
        if (!list.is_good())
            return;
        if (quota.path.empty() || !quota.logical) {
            list.report_quota(601, quota.path, "it has no path or no capacity_usage in bytes",
                              std::string(value.text_at("capacity_usage")),
                              "export it from /v1/files/quotas/status/");
            return;
        }
        on_quota(std::move(quota));
    });
    return list.goes_on();
}

void read_qumulo_csv(const ConverterInput& input, const OnQuota& on_quota,
                     const OnFinding& on_finding) {
    enum Column : std::size_t { path, used, limit, id };
    static const std::vector<CsvColumn> columns = {
        {{"path", "directory"}},
        {{"capacity_usage", "used_bytes", "used", "bytes", "capacity", "usage"}},
        {{"limit", "quota", "hard_limit"}, false},
        {{"id", "quota_id"}, false}};
    CsvTable table(input, columns, on_finding);
    table.for_each_row([&] {
        QuotaUsage quota;
        quota.path = folder_path(table.text(path));
        quota.id = table.text(id);
        quota.type = "directory";
        quota.logical = size_in(table, used);
        quota.limit = is_none(table.text(limit)) ? std::nullopt : size_in(table, limit);
        take_row(table, std::move(quota), path, used, on_quota);
    });
}

}  // namespace focus_billing
