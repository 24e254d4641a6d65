#include "focus_billing/format/manifest.hpp"

#include <charconv>

#include "focus_billing/format/json.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_files = 100'000;

// Follows the tokens. Depth 1 is inside the object that is the manifest, 2 inside its list of
// files, 3 inside an object of that list.
class ManifestTokens {
public:
    bool take(JsonToken token, std::string_view text) {
        switch (token) {
        case JsonToken::begin_object:
        case JsonToken::begin_array: return begin(token == JsonToken::begin_object);
        case JsonToken::end_object:
        case JsonToken::end_array: return end();
        case JsonToken::key: m_key = text; break;
        default: return take_value(token, text);
        }
        return true;
    }

    [[nodiscard]] ManifestReading finish(std::optional<std::size_t> json_fault) {
        if (m_reading.fault.empty() && json_fault)
            m_reading.fault = "it stops being JSON at character " + std::to_string(*json_fault);
        if (m_reading.fault.empty() && !m_has_list)
            m_reading.fault = "it has no list of data files";
        return std::move(m_reading);
    }

private:
    [[nodiscard]] static bool is_list_name(std::string_view name) {
        return name == "dataFiles" || name == "reportKeys" || name == "blobs";
    }

    bool fail(std::string fault) {
        m_reading.fault = std::move(fault);
        return false;
    }

    bool begin(bool is_object) {
        if (m_depth == 0 && !is_object)
            return fail("it is no JSON object");
        if (m_depth == 1 && is_list_name(m_key)) {
            if (m_has_list)
                return fail("it has two lists of data files");
            if (is_object)
                return fail("its " + m_key + " is no list");
            m_has_list = m_in_list = true;
            m_list_has_objects = m_key == "blobs";
        } else if (m_depth == 2 && m_in_list) {
            if (!is_object || !m_list_has_objects)
                return fail("its list of data files has something else in it");
            m_reading.manifest.files.emplace_back();
        } else if (m_depth == 3 && m_in_list && is_file_key()) {
            return fail("the " + m_key + " of a data file is not of the right kind");
        }
        ++m_depth;
        return is_in_bounds();
    }

    bool end() {
        if (m_depth == 3 && m_in_list && m_reading.manifest.files.back().path.empty())
            return fail("a data file has no name");
        --m_depth;
        if (m_depth == 1)
            m_in_list = false;
        return true;
    }

    bool is_in_bounds() {
        return m_reading.manifest.files.size() <= most_files ||
               fail("it names more than 100000 data files");
    }

    [[nodiscard]] bool is_file_key() const {
        return m_key == "blobName" || m_key == "byteCount" || m_key == "dataRowCount";
    }

    bool take_value(JsonToken token, std::string_view text) {
        auto& manifest = m_reading.manifest;
        if (m_depth == 0)
            return fail("it is no JSON object");
        if (m_depth == 1 && is_list_name(m_key))
            return fail("its " + m_key + " is no list");
        if (m_depth == 1 && m_key == "blobCount")
            return take_number(token, text, manifest.count);
        if (m_depth == 1 && m_key == "dataRowCount")
            return take_number(token, text, manifest.rows);
        if (m_depth == 2 && m_in_list)
            return take_name(token, text);
        if (m_depth == 3 && m_in_list && is_file_key())
            return take_of_file(token, text, manifest.files.back());
        return true;
    }

    bool take_name(JsonToken token, std::string_view text) {
        if (token != JsonToken::string || m_list_has_objects)
            return fail("its list of data files has something else in it");
        if (base_name_of(text).empty())
            return fail("a data file has no name");
        m_reading.manifest.files.push_back({.path = std::string(text), .size = {}, .rows = {}});
        return is_in_bounds();
    }

    bool take_of_file(JsonToken token, std::string_view text, ManifestFile& file) {
        if (m_key == "byteCount")
            return take_number(token, text, file.size);
        if (m_key == "dataRowCount")
            return take_number(token, text, file.rows);
        if (token != JsonToken::string || base_name_of(text).empty())
            return fail("a data file has no name");
        file.path = text;
        return true;
    }

    bool take_number(JsonToken token, std::string_view text, std::optional<std::uint64_t>& number) {
        if (token == JsonToken::null)
            return true;
        std::uint64_t value = 0;
        const auto* const end = text.data() + text.size();
        const auto [rest, error] = std::from_chars(text.data(), end, value);
        if (token != JsonToken::number || error != std::errc() || rest != end)
            return fail("its " + m_key + " is no counting number");
        number = value;
        return true;
    }

    ManifestReading m_reading;
    std::string m_key;
    std::size_t m_depth = 0;
    bool m_has_list = false;
    bool m_in_list = false;
    bool m_list_has_objects = false;
};

}  // namespace

ManifestReading read_manifest(std::string_view text) {
    ManifestTokens tokens;
    const auto fault = read_json(text, [&](JsonToken token, std::string_view token_text) {
        return tokens.take(token, token_text);
    });
    return tokens.finish(fault);
}

std::string_view base_name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace focus_billing
