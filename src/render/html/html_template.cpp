#include "render/html/html_template.hpp"

#include <kainjow/mustache.hpp>

#include <stdexcept>

#include "focus_billing/format/escape.hpp"

namespace focus_billing {

namespace {

namespace mustache = kainjow::mustache;

/// The values as kainjow wants them. An empty text is `false`, so that its section is left out.
class FilledFields : public PageFields {
public:
    [[nodiscard]] mustache::data& data() { return m_data; }

    void text(std::string_view name, std::string_view value) override {
        at(name) = value.empty() ? mustache::data(false) : mustache::data(std::string(value));
    }
    void markup(std::string_view name, std::string_view value) override { text(name, value); }
    void flag(std::string_view name, bool value) override { at(name) = mustache::data(value); }
    void group(std::string_view name, const Fill& fill) override {
        FilledFields fields;
        fill(fields);
        at(name) = std::move(fields.m_data);
    }

protected:
    void list_of_texts(std::string_view name, const std::vector<std::string>& values) override {
        mustache::data list(mustache::data::type::list);
        for (const auto& value : values)
            list.push_back(value);
        at(name) = std::move(list);
    }
    void list_of_items(std::string_view name, std::size_t count, const FillIndexed& fill) override {
        mustache::data list(mustache::data::type::list);
        for (std::size_t i = 0; i < count; ++i)
            list.push_back(mustache::data(false));
        for (std::size_t i = 0; i < count; ++i) {
            FilledFields fields;
            fill(fields, i);
            item(list, i) = std::move(fields.m_data);
        }
        at(name) = std::move(list);
    }
    [[nodiscard]] bool wants_names_alone() const override { return false; }

private:
    // A list copies what is put into it, all levels of it: two thirds of the time of a page.
    static mustache::data& item(mustache::data& list, std::size_t index) {
        const auto& item = list.list_value()[index];
        return const_cast<mustache::data&>(item);  // NOLINT(*-const-cast): of a list that is not
    }
    mustache::data& at(std::string_view name) { return m_data[std::string(name)]; }

    mustache::data m_data;
};

}  // namespace

struct HtmlTemplate::Parsed {
    mustache::mustache page;
};

HtmlTemplate::HtmlTemplate(std::string_view text)
    : m_parsed(std::make_unique<Parsed>(Parsed{mustache::mustache(std::string(text))})) {
    if (!m_parsed->page.is_valid())
        throw std::logic_error("a template that was not checked: " +
                               m_parsed->page.error_message());
    m_parsed->page.set_custom_escape([](const std::string& value) { return html_text(value); });
}

HtmlTemplate::~HtmlTemplate() = default;

std::string HtmlTemplate::filled(const PageFields::Fill& fill) {
    FilledFields fields;
    fill(fields);
    std::string html;
    m_parsed->page.render(fields.data(), [&](const std::string& piece) { html += piece; });
    return html;
}

}  // namespace focus_billing
