#include "convert/azure_local/machine_inventory.hpp"

#include <array>
#include <charconv>
#include <map>

#include "convert/csv_table.hpp"
#include "convert/provider_dates.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view powershell_date = "/Date(";

using Names = std::vector<std::string>;

enum Field : std::size_t { name, created, notes, state, deleted, id };

const std::array<Names, 6>& field_names() {
    static const std::array<Names, 6> names = {
        Names{"name", "vmname", "vm", "machine"},
        Names{"creationtime", "created", "createdat", "timecreated", "creationdate"},
        Names{"notes", "note", "description"},
        Names{"powerstate", "state", "status"},
        Names{"deleted", "deletiontime", "deletedat", "timedeleted"},
        Names{"vmid", "id"}};
    return names;
}

// Microsoft.HyperV.PowerShell.VMState, which ConvertTo-Json writes as numbers.
std::string state_name(const std::string& state) {
    static const std::map<std::string, std::string> names = {
        {"1", "Other"},      {"2", "Running"},     {"3", "Off"},         {"4", "Stopping"},
        {"6", "Saved"},      {"9", "Paused"},      {"10", "Starting"},   {"11", "Reset"},
        {"32773", "Saving"}, {"32776", "Pausing"}, {"32777", "Resuming"}};
    const auto found = names.find(state);
    return found == names.end() ? state : found->second;
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

std::string text_in(const JsonValue& machine, Field field) {
    const auto* found = find_field(machine, field_names()[field]);
    return found == nullptr ? std::string() : text_of(*found);
}

std::string state_in(const JsonValue& machine) {
    const auto* found = find_field(machine, field_names()[state]);
    if (found == nullptr)
        return {};
    const auto power = found->text_at("powerState");
    return power.empty() ? state_name(text_of(*found)) : std::string(power);
}

// Instances of machines in Azure are all called `default`: the machine's name is in the id.
std::string name_in(const JsonValue& machine, const std::string& id_text) {
    constexpr std::string_view folder = "/machines/";
    const auto text = text_in(machine, name);
    const auto place = lower_case(std::string_view(id_text)).find(folder);
    if (!equals_ignoring_case(text, "default") || place == std::string::npos)
        return text;
    const auto rest = std::string_view(id_text).substr(place + folder.size());
    return std::string(rest.substr(0, rest.find('/')));
}

Machine machine_of(const JsonValue& value) {
    Machine machine;
    machine.id = text_in(value, id);
    machine.name = trimmed(name_in(value, machine.id));
    machine.created = text_in(value, created);
    machine.notes = text_in(value, notes);
    machine.state = state_in(value);
    machine.deleted = text_in(value, deleted);
    if (const auto* tags = value.find("tags"); machine.notes.empty() && tags != nullptr)
        machine.notes = text_of(*tags);
    return machine;
}

class JsonMachines {
public:
    JsonMachines(const std::string& file, const std::function<void(Machine)>& on_machine,
                 const std::function<void(const Diagnostic&)>& on_finding)
        : m_file(file), m_on_machine(on_machine), m_on_finding(on_finding) {}

    bool read(std::string_view text) {
        JsonValue rest;
        const auto fault = for_each_json_element(
            text, "value", [&](const JsonValue& value) { take(value); },
            [&](std::string_view member, const JsonValue& value) {
                rest.members.push_back({std::string(member), value});
            });
        rest.kind = JsonKind::object;
        if (fault) {
            report("the file is no JSON from byte " + std::to_string(*fault) + " on");
        } else if (const auto message = rest.text_at("error.message"); !message.empty()) {
            report("the answer is an error", std::string(message));
        } else if (m_count == 0 && !text_in(rest, name).empty()) {
            take(rest);
        } else if (m_count == 0 && !rest.members.empty() &&
                   text.find("\"value\"") == std::string_view::npos) {
            report("the JSON has no machines");
        }
        return !rest.text_at("nextLink").empty();
    }

private:
    void report(std::string message, std::string value = {}) const {
        m_on_finding(make_diagnostic(601, {.file = m_file, .line = 0, .column = 0},
                                     std::move(message), std::move(value),
                                     "export a list: Get-VM | ConvertTo-Json, or "
                                     "az stack-hci-vm list"));
    }

    void take(const JsonValue& value) {
        ++m_count;
        auto machine = machine_of(value);
        machine.file = m_file;
        if (machine.name.empty()) {
            report("machine " + std::to_string(m_count) + " has no name");
            return;
        }
        m_on_machine(std::move(machine));
    }

    const std::string& m_file;
    const std::function<void(Machine)>& m_on_machine;
    const std::function<void(const Diagnostic&)>& m_on_finding;
    std::uint64_t m_count = 0;
};

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
        machine.name = trimmed(table.text(name));
        machine.created = table.text(created);
        machine.notes = table.text(notes);
        machine.state = state_name(std::string(table.text(state)));
        machine.deleted = table.text(deleted);
        machine.id = trimmed(table.text(id));
        if (machine.name.empty()) {
            table.report(602, name, "the row has no name", {}, "write the name of the machine");
            return;
        }
        on_machine(std::move(machine));
    });
}

}  // namespace

bool read_machines(const ConverterInput& input, const std::function<void(Machine)>& on_machine,
                   const std::function<void(const Diagnostic&)>& on_finding) {
    if (!input.bytes.is_json()) {
        read_csv_machines(input, on_machine, on_finding);
        return false;
    }
    const auto text = input.bytes.whole_text(input.name, on_finding);
    return text && JsonMachines(input.name, on_machine, on_finding).read(*text);
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
