#include "convert/azure_local/machine_inventory.hpp"

#include <catch2/catch.hpp>

#include "format/byte_source.hpp"

namespace focus_billing {
namespace {

using Lines = std::vector<std::string>;

/// `name|id|state|created|deleted|notes` of each machine, then the findings, then a further page.
Lines read(const std::string& text) {
    Lines lines;
    TextSource source(text);
    ProviderBytes bytes(source);
    const bool goes_on = read_machines(
        {"vms", bytes},
        [&](const Machine& machine) {
            lines.push_back(machine.name + "|" + machine.id + "|" + machine.state + "|" +
                            machine.created + "|" + machine.deleted + "|" + machine.notes);
        },
        [&](const Diagnostic& finding) {
            lines.push_back("FB" + std::to_string(finding.code) + " " + finding.message +
                            (finding.value.empty() ? "" : " | " + finding.value));
        });
    if (goes_on)
        lines.emplace_back("goes on");
    return lines;
}

std::string time(const std::string& text) {
    const auto read_time = parse_machine_time(text);
    return read_time ? instant_text(*read_time) : "none";
}

}  // namespace

TEST_CASE("machines of Hyper-V are read as PowerShell 5 and 7 write them") {
    CHECK(read("\xEF\xBB\xBF[\r\n"
               R"({"Name":"a","Id":"guid-1","State":2,"CreationTime":"\/Date(1700000000000)\/",
                   "Notes":"{\"tier\":\"small\"}"},
                  {"VMName":"b","State":{"value":3,"Value":"Off"},"Notes":null,"CreationTime":
                   {"value":"\/Date(1700000000000)\/","DisplayHint":2,"DateTime":"14.11.2023"}}])") ==
          Lines{R"(a|guid-1|Running|/Date(1700000000000)/||{"tier":"small"})",
                "b||Off|/Date(1700000000000)/||"});
    CHECK(read(R"({"Name":"one","CreationTime":{"value":"\/Date(0)\/"},"State":"Running",
                   "Notes":{"tier":"small","addons":["a",1,null,true]}})") ==
          Lines{R"(one||Running|/Date(0)/||{"tier":"small","addons":["a",1,null,true]})"});
}

TEST_CASE("machines of Azure have their names in their ids, and notes in their tags") {
    CHECK(
        read(R"({"value":[{"name":"default","id":"/subscriptions/s/resourceGroups/r/providers/)"
             R"(Microsoft.HybridCompute/machines/web-1/providers/Microsoft.AzureStackHCI/)"
             R"(virtualMachineInstances/default","tags":{"tier":"small"},
               "properties":{"provisioningState":"Succeeded","status":{"powerState":"Running"}},
               "systemData":{"createdAt":"2024-03-01T10:00:00Z"}}],"nextLink":"https://next"})") ==
        Lines{"web-1|/subscriptions/s/resourceGroups/r/providers/Microsoft.HybridCompute/machines/"
              "web-1/providers/Microsoft.AzureStackHCI/virtualMachineInstances/default|Running|"
              R"(2024-03-01T10:00:00Z||{"tier":"small"})",
              "goes on"});
    CHECK(read(R"({"value":[],"nextLink":null})").empty());
    CHECK(read("[]").empty());
}

TEST_CASE("machines of CSV are read by their columns") {
    CHECK(read("VM Name,creation_time,NOTES,Power-State,Deleted At,Id\n"
               " a ,1/15/2025,\"{\"\"tier\"\": \"\"x\"\"}\",2,2025-01-20,7\n,,,,,\n") ==
          Lines{R"(a|7|Running|1/15/2025|2025-01-20|{"tier": "x"})", "FB602 the row has no name"});
    CHECK(read("Name\na\n") == Lines{"a|||||"});
    CHECK(read("Machine ID,Owner\n1,2\n") == Lines{"FB601 the column name is missing"});
}

TEST_CASE("what is no inventory is told") {
    CHECK(read("[{\"Name\":\"a\"},{}, 5,") == Lines{"a|||||", "FB601 machine 2 has no name",
                                                    "FB601 machine 3 has no name",
                                                    "FB601 the file is no JSON from byte 21 on"});
    CHECK(read(R"({"vms":[]})") == Lines{"FB601 the JSON has no machines"});
    CHECK(read(R"({"error":{"code":"x","message":"no access"}})") ==
          Lines{"FB601 the answer is an error | no access"});
    CHECK(read(std::string("\xFF\xFE[\0", 4)) == Lines{"FB109 the text is UTF-16"});
}

TEST_CASE("times of machines are read in the forms of PowerShell, Azure and tables") {
    CHECK(time("/Date(1700000000000)/") == "2023-11-14T22:13:20Z");
    CHECK(time("/Date(1700000000000+0100)/") == "2023-11-14T22:13:20Z");
    CHECK(time("2025-01-15") == "2025-01-15T00:00:00Z");
    CHECK(time(" 2025-01-15 09:30 ") == "2025-01-15T09:30:00Z");
    CHECK(time("1/15/2025 9:30:00 AM") == "2025-01-15T00:00:00Z");
    CHECK(time("2025-01-15T23:00:00-05:00") == "2025-01-16T04:00:00Z");
    CHECK(time("/Date(x)/") == "none");
    CHECK(time("/Date(-5)/") == "none");
    CHECK(time("1st of May") == "none");
}

}  // namespace focus_billing
