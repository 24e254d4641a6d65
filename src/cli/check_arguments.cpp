#include "cli/check_arguments.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

#include "focus_billing/model/error.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

Error refusal(int code, std::string message, std::string value, std::string help) {
    return {ErrorKind::usage,
            make_diagnostic(code, {}, std::move(message), std::move(value), std::move(help))};
}

std::vector<const CLI::App*> subcommands_of(const CLI::App& command) {
    return command.get_subcommands(std::function<bool(const CLI::App*)>());
}

class WordCheck {
public:
    WordCheck(const CLI::App& app, const std::vector<std::string>& words)
        : m_command(&app), m_words(words) {}

    void run() {
        for (m_at = 0; m_at < m_words.size() && m_words[m_at] != "--"; ++m_at) {
            const auto& word = m_words[m_at];
            if (word.starts_with("--")) {
                check_long_option(word);
            } else if (word.size() > 1 && word.front() == '-') {
                check_short_options(word);
            } else {
                check_plain_word(word);
            }
        }
    }

private:
    void check_long_option(const std::string& word) {
        const auto equals = word.find('=');
        const auto name = word.substr(0, equals);
        const auto* option = find_option(name);
        if (option == nullptr)
            refuse_option(name);
        if (equals != std::string::npos)
            return check_choice(*option, name, word.substr(equals + 1));
        if (option->get_items_expected_min() == 0)
            return;
        if (++m_at == m_words.size() || m_words[m_at].starts_with("--"))
            throw refusal(20, name + " needs a value", {}, see_help());
        check_choice(*option, name, m_words[m_at]);
    }

    // -qv stands for -q -v; what follows an option with a value is the value.
    void check_short_options(const std::string& word) {
        for (std::size_t i = 1; i < word.size(); ++i) {
            const std::string name = {'-', word[i]};
            const auto* option = find_option(name);
            if (option == nullptr)
                refuse_option(name);
            if (option->get_items_expected_min() == 0)
                continue;
            if (i + 1 == word.size())
                ++m_at;
            return;
        }
    }

    void check_plain_word(const std::string& word) {
        const auto subcommands = subcommands_of(*m_command);
        const auto named = [&](const auto* command) { return command->get_name() == word; };
        const auto found = std::ranges::find_if(subcommands, named);
        if (found != subcommands.end()) {
            m_command = *found;
        } else if (!subcommands.empty()) {
            refuse_command(word, subcommands);
        } else {
            check_argument(word);
        }
    }

    void check_argument(const std::string& word) {
        const auto positionals = m_command->get_options(
            [](const CLI::Option* option) { return option->get_positional(); });
        if (positionals.empty())
            throw refusal(20, full_name(*m_command) + " takes no arguments", word, see_help());
        ++m_arguments;
        int most = 0;
        for (const auto* positional : positionals) {
            const auto name = positional->get_name(true);
            most += positional->get_items_expected_max();
            if (m_arguments <= most)
                return check_choice(*positional, name, word);
        }
        throw refusal(20, "there is more than one " + positionals.back()->get_name(true), word,
                      see_help());
    }

    void check_choice(const CLI::Option& option, const std::string& name,
                      const std::string& value) const {
        const auto choices = choices_of(option);
        if (choices.empty() || std::ranges::find(choices, value) != choices.end())
            return;
        const auto near = nearest_name(value, choices);
        throw refusal(20, name + " is none of " + CLI::detail::join(choices, ", "), value,
                      near ? "did you mean '" + *near + "'?" : "write one of these");
    }

    [[nodiscard]] const CLI::Option* find_option(const std::string& name) const {
        for (const auto* command = m_command; command != nullptr; command = command->get_parent()) {
            if (const auto* option = command->get_option_no_throw(name))
                return option;
        }
        return nullptr;
    }

    [[noreturn]] void refuse_option(const std::string& name) const {
        std::vector<std::string> names;
        for (const auto* command = m_command; command != nullptr; command = command->get_parent()) {
            for (const auto* option : command->get_options())
                std::ranges::copy(option->get_lnames(), std::back_inserter(names));
        }
        const auto near = nearest_name(name.substr(name.find_first_not_of('-')), names);
        throw refusal(20, full_name(*m_command) + " has no such option", name,
                      near ? "did you mean '--" + *near + "'?" : see_help());
    }

    [[noreturn]] void refuse_command(const std::string& word,
                                     const std::vector<const CLI::App*>& subcommands) const {
        std::vector<std::string> names;
        for (const auto* command : subcommands)
            names.push_back(command->get_name());
        const auto near = nearest_name(word, names);
        const auto name = full_name(*m_command);
        throw refusal(21, name + " has no such command", word,
                      near ? "did you mean '" + name + " " + *near + "'?"
                           : "'" + name + " --help' lists the commands");
    }

    [[nodiscard]] std::string see_help() const {
        return "see '" + full_name(*m_command) + " --help'";
    }

    const CLI::App* m_command;
    const std::vector<std::string>& m_words;
    std::size_t m_at = 0;
    int m_arguments = 0;
};

void refuse_options_of(const CLI::App& command) {
    for (const auto* option : command.get_options()) {
        if (option->count() > 0 && option->get_name() != "--help") {
            throw Error(ErrorKind::usage,
                        make_diagnostic(20, {}, option->get_name() + " stands before the action",
                                        {},
                                        "write it behind: " + full_name(command) + " list " +
                                            option->get_name() + " ..."));
        }
    }
}

}  // namespace

// CLI11 keeps the set itself out of reach; its description is {a,b,c}.
std::vector<std::string> choices_of(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    const auto open = type.find('{');
    if (open == std::string::npos || !type.ends_with('}'))
        return {};
    return CLI::detail::split(type.substr(open + 1, type.size() - open - 2), ',');
}

std::string value_name_of(const CLI::Option& option) {
    if (option.get_items_expected_max() == 0)
        return {};
    if (option.get_positional())
        return option.get_name(true);
    const std::string type = option.get_type_name();
    return type.substr(0, type.find(':'));
}

void refuse_options_before_action(const CLI::App& program) {
    const auto* command = program.get_subcommands().front();
    while (!command->get_subcommands().empty()) {
        refuse_options_of(*command);
        command = command->get_subcommands().front();
    }
}

std::string full_name(const CLI::App& command) {
    const auto* parent = command.get_parent();
    return (parent == nullptr ? "" : full_name(*parent) + " ") + command.get_name();
}

void check_arguments(const CLI::App& app, const std::vector<std::string>& arguments) {
    WordCheck(app, arguments).run();
}

}  // namespace focus_billing
