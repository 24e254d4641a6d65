#include <catch2/catch.hpp>

#include "focus_billing/render/completion/bash_completion.hpp"
#include "focus_billing/render/completion/fish_completion.hpp"
#include "focus_billing/render/completion/zsh_completion.hpp"
#include "render/completion/command_paths.hpp"

namespace focus_billing {
namespace {

using Catch::Matchers::Contains;

CommandOutline small_program() {
    OptionOutline option;
    option.long_name = "--layout";
    option.short_name = "-l";
    option.description = "a site's [own] layout: C:\\x";
    option.value = ValueKind::file;
    option.value_name = "FILE";
    CommandOutline make;
    make.name = "make-it";
    make.description = "Make: 'all'";
    make.options = {option};
    make.argument = ValueKind::choice;
    make.argument_name = "WHAT";
    make.argument_choices = {"one", "two"};
    CommandOutline program;
    program.name = "my-tool";
    program.commands = {make};
    return program;
}

}  // namespace

TEST_CASE("the commands of a program are visited with their paths") {
    std::vector<std::string> paths;
    for_each_command(small_program(), [&](const std::string& path, const CommandOutline& command) {
        paths.push_back(path + "=" + command.name);
    });
    CHECK(paths == std::vector<std::string>{"=my-tool", "/make-it=make-it"});
    CHECK(options_with_value(small_program()) == std::vector<std::string>{"--layout", "-l"});
}

TEST_CASE("bash: a value is completed behind both names of its option") {
    const auto script = bash_completion(small_program());
    CHECK_THAT(script, Contains("            --layout | -l)\n"));
    CHECK_THAT(script, Contains("        /make-it:--layout | /make-it:-l)\n"));
    CHECK_THAT(
        script,
        Contains("        /make-it:*)\n"
                 "            mapfile -t COMPREPLY < <(compgen -W 'one two' -- \"$current\")\n"));
    CHECK_THAT(script, Contains("complete -F _my_tool my-tool\n"));
}

TEST_CASE("zsh: characters with a meaning are escaped") {
    const auto script = zsh_completion(small_program());
    CHECK_THAT(
        script,
        Contains(
            "        '(-l --layout)'{-l,--layout=}'[a site'\\''s \\[own\\] layout\\: C\\:\\\\x]"
            ":FILE:_files' \\\n"));
    CHECK_THAT(script, Contains("                'make-it:Make\\: '\\''all'\\'''\n"));
    CHECK_THAT(script, Contains("                make-it) _my_tool_make_it ;;\n"));
    CHECK_THAT(script, Contains("        '*:WHAT:(one two)'\n"));
}

TEST_CASE("fish: characters with a meaning are escaped") {
    const auto script = fish_completion(small_program());
    CHECK_THAT(script,
               Contains("complete -c my-tool -n '__my_tool_at \"/make-it\"' -l layout -s l -r -F"
                        " -d 'a site\\'s [own] layout: C:\\\\x'\n"));
    CHECK_THAT(
        script,
        Contains("complete -c my-tool -n '__my_tool_at \"\"' -a make-it -d 'Make: \\'all\\''\n"));
    CHECK_THAT(script,
               Contains("complete -c my-tool -n '__my_tool_at \"/make-it\"' -a 'one two'\n"));
}

}  // namespace focus_billing
