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

/// A key of a map with arbitrary keys, and its value. The fields of both name the key.
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

/// Reads typed values from a YAML tree and collects findings about them. A value with a finding is
/// not returned.
class ConfigReader {
public:
    ConfigReader(std::string file, const Environment& environment)
        : m_file(std::move(file)), m_environment(&environment) {}

    /// For a file whose texts are literal: `${` is not a reference.
    explicit ConfigReader(std::string file) : m_file(std::move(file)) {}

    /// The known keys of a map. Reports other keys and duplicates. A value that is not a map, or is
    /// empty, has none. `name` is as in `allowed_keys`.
    [[nodiscard]] Section section(const Setting& setting, std::string_view name);

    /// The entries of a map with arbitrary keys. Reports keys that are not text, and duplicates.
    [[nodiscard]] std::vector<Entry> entries(const Setting& setting);

    /// The entries of a list, at most `most`. Nothing if it is not a list; an empty value is an
    /// empty list.
    [[nodiscard]] std::optional<std::vector<Setting>> list(const Setting& setting,
                                                           std::size_t most = 1000);

    /// Text with environment variables expanded; may be empty.
    [[nodiscard]] std::optional<std::string> text(const Setting& setting);

    /// Text that is not blank.
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
