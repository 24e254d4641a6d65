#include "focus_billing/format/escape.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("a word gets quotes where the shell would take it apart", "[shell]") {
    CHECK(shell_word("--with-held") == "--with-held");
    CHECK(shell_word("/a/b_1.csv,x=1") == "/a/b_1.csv,x=1");
    CHECK(shell_word("") == "''");
    CHECK(shell_word("Azure Local") == "'Azure Local'");
    CHECK(shell_word("it's $HOME") == "'it'\\''s $HOME'");
    CHECK(shell_word("Zürich") == "'Zürich'");
}
