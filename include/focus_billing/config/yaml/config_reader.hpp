#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/config/environment.hpp"
#include "focus_billing/config/yaml/yaml_document.hpp"
#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// A value of the file with its dotted key, such as `imports.known_sources[2].pattern`.
struct Setting {
    const YamlNode* node = nullptr;
    std::string field;
};

/// A key of a map whose keys are free, and its value. The fields of both name the key.
struct Entry {
    Setting key;
    Setting value;
};

/// A map of the file: its known keys, each once.
class Section {
public:
    explicit Section(Setting setting) : m_setting(std::move(setting)) {}

    void add(std::string_view key, Setting setting);
    [[nodiscard]] const Setting* find(std::string_view key) const;
    [[nodiscard]] const Setting& setting() const { return m_setting; }
    [[nodiscard]] std::string field(std::string_view key) const;

private:
    struct Member {
        std::string_view key;
        Setting setting;
    };
    Setting m_setting;
    std::vector<Member> m_members;
};

/// Reads typed values from a YAML tree and collects what is wrong with them. A value with a finding
/// is not given out.
class ConfigReader {
public:
    ConfigReader(std::string file, const Environment& environment)
        : m_file(std::move(file)), m_environment(&environment) {}

    /// Of a file whose texts stand as they are written: `${` is no reference.
    explicit ConfigReader(std::string file) : m_file(std::move(file)) {}

    /// The known keys of a map; reports others, and duplicates. A value that is no map, or is
    /// empty, has none. `name` is that of `allowed_keys`.
    [[nodiscard]] Section section(const Setting& setting, std::string_view name);

    /// The entries of a map whose keys are free; reports keys that are no text, and duplicates.
    [[nodiscard]] std::vector<Entry> entries(const Setting& setting);

    /// The entries of a list, `most` at most. Nothing if it is no list; an empty value is an empty
    /// list.
    [[nodiscard]] std::optional<std::vector<Setting>> list(const Setting& setting,
                                                           std::size_t most = 1000);

    /// Text with environment variables put in; may be empty.
    [[nodiscard]] std::optional<std::string> text(const Setting& setting);

    /// Text that has more than blanks.
    [[nodiscard]] std::optional<std::string> filled_text(const Setting& setting);

    /// The index of a word in `words`.
    [[nodiscard]] std::optional<std::size_t> choice(const Setting& setting,
                                                    std::span<const std::string_view> words);

    void report(int code, const Setting& setting, std::string message, std::string value = {},
                std::string help = {});

    /// All findings, in the order of the file.
    [[nodiscard]] std::vector<Diagnostic> take_diagnostics();

private:
    using FirstKeys = std::map<std::string_view, const YamlNode*>;

    void add_member(Section& section, const YamlPair& pair, std::string_view name, FirstKeys& seen);
    void report_unknown_key(const YamlNode& key, const std::string& field, std::string_view name);
    void report_wrong_type(const Setting& setting, std::string_view wanted, std::string help);
    [[nodiscard]] bool expand(const Setting& setting, std::string& text);
    [[nodiscard]] bool is_plain(const Setting& setting, const std::string& text);

    std::string m_file;
    const Environment* m_environment = nullptr;
    std::vector<Diagnostic> m_diagnostics;
};

}  // namespace focus_billing
