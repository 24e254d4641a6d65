#include "focus_billing/convert/machine_inventory.hpp"

#include <array>
#include <charconv>

#include "focus_billing/convert/csv_table.hpp"
#include "focus_billing/convert/provider_date.hpp"
#include "focus_billing/format/json_text.hpp"
#include "focus_billing/format/text_source.hpp"
#include "focus_billing/model/ascii.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 30U;
constexpr std::string_view powershell_date = "/Date(";

using Names = std::vector<std::string>;

const std::array<Names, 5>& field_names() {
    static const std::array<Names, 5> names = {
        Names{"name", "vmname", "vm", "machine"},
        Names{"creationtime", "created", "createdat", "timecreated", "creationdate"},
        Names{"notes", "note", "description"}, Names{"state", "powerstate", "status"},
        Names{"deleted", "deletiontime", "deletedat", "timedeleted"}};
    return names;
}

std::string letters_of(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        if (c != '_' && c != ' ' && c != '-')
            letters += lower_case(c);
    }
    return letters;
}

void write_json(const JsonValue& value, std::string& json) {
    if (value.kind == JsonKind::object) {
        json += '{';
        for (const auto& [key, member] : value.members) {
            if (json.back() != '{')
                json += ',';
            append_json_string(key, json);
            json += ':';
            write_json(member, json);
        }
        json += '}';
    } else if (value.kind == JsonKind::array) {
        json += '[';
        for (const auto& item : value.items) {
            if (json.back() != '[')
                json += ',';
            write_json(item, json);
        }
        json += ']';
    } else if (value.kind == JsonKind::string) {
        append_json_string(value.text, json);
    } else {
        json += value.is_null() ? "null" : value.text;
    }
}

// PowerShell writes some times as objects with a member `value`.
std::string text_of(const JsonValue& value) {
    if (const auto* inner = value.find("value"); inner != nullptr)
        return inner->text;
    if (value.kind == JsonKind::object) {
        std::string json;
        write_json(value, json);
        return json;
    }
    return value.text;
}

// Looks below `properties` and `systemData` too, where Azure has some.
const JsonValue* find_field(const JsonValue& object, const Names& names) {
    for (const auto& name : names) {
        for (const auto& [key, value] : object.members) {
            if (letters_of(key) == name && !value.is_null())
                return &value;
        }
    }
    for (const std::string_view group : {"properties", "systemData"}) {
        const auto* inner = object.find(group);
        const auto* found = inner == nullptr ? nullptr : find_field(*inner, names);
        if (found != nullptr)
            return found;
    }
    return nullptr;
}

std::string text_in(const JsonValue& machine, std::size_t field) {
    const auto* found = find_field(machine, field_names()[field]);
    return found == nullptr ? std::string() : text_of(*found);
}

Machine machine_of(const JsonValue& value) {
    Machine machine;
    machine.name = text_in(value, 0);
    machine.created = text_in(value, 1);
    machine.notes = text_in(value, 2);
    machine.state = text_in(value, 3);
    machine.deleted = text_in(value, 4);
    if (const auto* tags = value.find("tags"); machine.notes.empty() && tags != nullptr)
        machine.notes = text_of(*tags);
    return machine;
}

void read_json_machines(std::string_view text, const std::string& file,
                        const std::function<void(Machine)>& on_machine,
                        const std::function<void(const Diagnostic&)>& on_finding) {
    std::uint64_t number = 0;
    const auto report = [&](std::string message) {
        on_finding(make_diagnostic(601, {.file = file, .line = 0, .column = 0}, std::move(message),
                                   {},
                                   "export a list: Get-VM | ConvertTo-Json, or "
                                   "az stack-hci-vm list"));
    };
    const auto take = [&](const JsonValue& value) {
        auto machine = machine_of(value);
        machine.file = file;
        machine.line = ++number;
        if (machine.name.empty()) {
            report("machine " + std::to_string(number) + " has no name");
            return;
        }
        on_machine(std::move(machine));
    };
    JsonValue single;
    const bool is_list = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == text.find('[') ||
                         text.find("\"value\"") != std::string_view::npos;
    const auto fault =
        is_list ? for_each_json_element(text, "value", take) : parse_json(text, single);
    if (fault) {
        report("the file is no JSON from byte " + std::to_string(*fault) + " on");
    } else if (!is_list || number == 0) {
        if (!single.members.empty() && !text_in(single, 0).empty()) {
            take(single);
        } else if (!is_list) {
            report("the JSON has no machines");
        }
    }
}

void read_csv_machines(const ConverterInput& input, const std::function<void(Machine)>& on_machine,
                       const std::function<void(const Diagnostic&)>& on_finding) {
    static const std::vector<CsvColumn> columns = [] {
        std::vector<CsvColumn> table;
        for (const auto& names : field_names())
            table.push_back({names, table.empty()});
        return table;
    }();
    CsvTable table(input, columns, on_finding);
    table.for_each_row([&] {
        Machine machine;
        machine.file = input.name;
        machine.line = table.line();
        machine.name = table.text(0);
        machine.created = table.text(1);
        machine.notes = table.text(2);
        machine.state = table.text(3);
        machine.deleted = table.text(4);
        if (machine.name.empty()) {
            table.report(602, 0, "the row has no name", {}, "write the name of the machine");
            return;
        }
        on_machine(std::move(machine));
    });
}

}  // namespace

void read_machines(const ConverterInput& input, const std::function<void(Machine)>& on_machine,
                   const std::function<void(const Diagnostic&)>& on_finding) {
    const auto text = read_all(input.bytes, largest_file);
    if (!text) {
        on_finding(make_diagnostic(601, {.file = input.name, .line = 0, .column = 0},
                                   "the file is larger than 1 GiB", {},
                                   "export fewer machines at once"));
        return;
    }
    const auto first = text->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && (text->at(first) == '{' || text->at(first) == '[')) {
        read_json_machines(*text, input.name, on_machine, on_finding);
        return;
    }
    TextSource source(*text);
    read_csv_machines({input.name, source}, on_machine, on_finding);
}

std::optional<Instant> parse_machine_time(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with(powershell_date)) {
        std::int64_t milliseconds = 0;
        const auto digits = text.substr(powershell_date.size());
        const auto [end, fault] =
            std::from_chars(digits.data(), digits.data() + digits.size(), milliseconds);
        if (fault != std::errc() || milliseconds < 0 || milliseconds > 253'402'300'799'000)
            return std::nullopt;
        return Instant{milliseconds / 1000, 0};
    }
    if (const auto time = parse_provider_date(text))
        return time;
    const auto blank = text.find(' ');
    return blank == std::string_view::npos ? std::nullopt
                                           : parse_provider_date(text.substr(0, blank));
}

}  // namespace focus_billing
