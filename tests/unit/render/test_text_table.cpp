#include "focus_billing/render/text_table.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("a table has its numbers by their points") {
    CHECK(text_table({{"name", "cost"}, {"Zürich", "-10.5"}, {"B", "7"}, {"C", "0.125"}}, 2) ==
          "  name    cost\n"
          "  Zürich  -10.5\n"
          "  B         7\n"
          "  C         0.125\n");
}

TEST_CASE("a table without end is as wide as its first rows need") {
    RunningTable table(2);
    CHECK(table.add({"id", "name", "end"}).empty());
    CHECK(table.add({"10", "ada", "x"}) == "id  name  end\n10  ada   x\n");
    CHECK(table.add({"7", "bo", "x"}) == " 7  bo    x\n");
    CHECK(table.add({"1234.5", "a longer name", "x", "more"}) ==
          "1234.5  a longer name  x    more\n");
    CHECK(table.finish().empty());
}

TEST_CASE("a short table without end is printed at its end") {
    RunningTable table;
    CHECK(table.add({"a", "1"}).empty());
    CHECK(table.add({"bb", "10"}).empty());
    CHECK(table.finish() == "a    1\nbb  10\n");
}
