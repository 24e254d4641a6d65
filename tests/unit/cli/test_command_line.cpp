#include "cli/command_line.hpp"

#include <catch2/catch.hpp>

#include <sstream>

#include "focus_billing/model/error.hpp"
#include "focus_billing/workflow/session.hpp"

using namespace focus_billing;

namespace {

struct BrewOptions {
    std::string tea;
    std::optional<std::string> note;
    std::vector<std::string> without;
    std::uint64_t cups = 0;
    std::string strength = "usual";
    bool hot = false;
    bool iced = false;
};

BrewOptions brewed;

int run_brew(Session& /*session*/, const BrewOptions& options) {
    brewed = options;
    return 7;
}

void declare_brew(CommandLine program) {
    auto brew = program.command("brew", "Make tea");
    auto& options = brew.runs(run_brew);
    brew.argument("TEA", options.tea, "which one").required();
    brew.option("--note", options.note, "what to say").value_name("WORDS");
    brew.option("--without", options.without, "leave this out");
    brew.option("--cups", options.cups, "how many");
    brew.choice("--strength", options.strength, {"weak", "usual"}, "how strong");
    const auto hot = brew.flag("--hot", options.hot, "at once");
    brew.flag("--iced", options.iced, "later").excludes(hot);
    brew.example("kettle brew assam");
    brew.exit_codes("7 always.");
}

class Kettle {
public:
    Kettle() {
        declare_brew(m_program.command_line());
        auto store = m_program.command_line().command("store", "What is there");
        store.flag("--all", m_all, "all of it");
        store.examples({"kettle store list", "kettle store list --all"});
        store.command("list", "Each tea").runs([](Session& /*session*/) { return 3; });
    }

    Program& operator*() { return m_program; }
    Program* operator->() { return &m_program; }

private:
    Program m_program{"kettle", "1.0", "Makes tea"};
    bool m_all = false;
};

int run(const std::vector<std::string>& arguments) {
    Kettle kettle;
    REQUIRE(kettle->parse(arguments) == std::nullopt);
    std::ostringstream out;
    Host host{.out = out,
              .err = out,
              .user = "tester",
              .utc_now = {},
              .environment = {},
              .now = {},
              .open_log = {},
              .show_progress = {}};
    GlobalOptions options;
    std::string done;
    Session session(host, options, done);
    return (*kettle->action())(session);
}

std::string printed(const std::vector<std::string>& arguments) {
    return Kettle()->parse(arguments).value();
}

std::string refused(const std::vector<std::string>& arguments) {
    try {
        static_cast<void>(Kettle()->parse(arguments));
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::usage);
        return error.diagnostic().message + "; " + error.diagnostic().help;
    }
    return {};
}

}  // namespace

TEST_CASE("the command that was typed runs, with its options") {
    CHECK(run({"brew", "assam", "--cups", "2", "--without", "milk", "--without", "sugar",
               "--strength", "weak", "--hot"}) == 7);
    CHECK(brewed.tea == "assam");
    CHECK(brewed.note == std::nullopt);
    CHECK(brewed.without == std::vector<std::string>{"milk", "sugar"});
    CHECK(brewed.cups == 2);
    CHECK(brewed.strength == "weak");
    CHECK(brewed.hot);
    CHECK(run({"store", "list"}) == 3);
}

TEST_CASE("an empty text is told from none") {
    CHECK(run({"brew", "assam", "--note", ""}) == 7);
    CHECK(brewed.note == "");
}

TEST_CASE("a command without an action is a group of others") {
    Kettle kettle;
    CHECK(kettle->parse({"store"}) == std::nullopt);
    CHECK(kettle->action() == nullptr);
    CHECK(kettle->help() == printed({"store", "--help"}));
}

TEST_CASE("help ends with examples and exit codes, or with those of the command above") {
    CHECK(printed({"brew", "--help"}) ==
          "Make tea\n\n"
          "Usage: kettle brew [OPTIONS] TEA\n"
          "\nArguments:\n"
          "  TEA                     which one\n"
          "\nOptions:\n"
          "  -h,--help               print this help\n"
          "  --note WORDS            what to say\n"
          "  --without TEXT          leave this out\n"
          "  --cups UINT             how many\n"
          "  --strength weak|usual   how strong\n"
          "  --hot                   at once\n"
          "  --iced                  later\n"
          "\nExample:\n  kettle brew assam\n\nExit code: 7 always.\n"
          "\nGlobal options, such as --config FILE: focus-billing --help\n");
    CHECK_THAT(printed({"store", "list", "--help"}),
               Catch::Contains("Examples:\n  kettle store list\n  kettle store list --all\n"));
    CHECK(printed({"--version"}) == "kettle 1.0\n");
}

TEST_CASE("what cannot be understood is a usage error") {
    CHECK(refused({"brew"}) == "TEA is required; see 'kettle brew --help'");
    CHECK(refused({"brew", "assam", "--cups", "0"}) ==
          "--cups: '0' is no whole number of 1 or more; see 'kettle brew --help'");
    CHECK(refused({"brew", "assam", "--hot", "--iced"}) ==
          "--hot excludes --iced; see 'kettle brew --help'");
    CHECK(refused({"store", "--all", "list"}) ==
          "--all stands before the action; write it behind: kettle store list --all ...");
}
