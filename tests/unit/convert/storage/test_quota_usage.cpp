#include "convert/storage/quota_usage.hpp"

#include <catch2/catch.hpp>

#include "format/byte_source.hpp"
#include "support/finding_text.hpp"
#include "support/project_files.hpp"

using namespace focus_billing;

namespace {

std::string text_of(const std::optional<Decimal>& bytes) {
    return bytes ? bytes->text() : "-";
}

/// `directory /a logical physical limit`, with the persona after `#`; `(counting)` if it is not
/// ready.
std::string text_of(const QuotaUsage& quota) {
    return quota.type + " " + quota.path + (quota.persona.empty() ? "" : "#" + quota.persona) +
           " " + text_of(quota.logical) + " " + text_of(quota.physical) + " " +
           text_of(quota.limit) + (quota.is_ready ? "" : " (counting)") +
           (quota.is_physical_ready ? "" : " (counting physical)");
}

using Lines = std::vector<std::string>;
using ReadJson = decltype(read_onefs_json);
using ReadCsv = decltype(read_onefs_csv);

/// The quotas, the findings, and `goes on`.
Lines quotas_in(ReadJson& read, std::string_view text) {
    Lines lines;
    const bool goes_on = read(
        text, "q.json", [&](const QuotaUsage& quota) { lines.push_back(text_of(quota)); },
        [&](const Diagnostic& finding) { lines.push_back(finding_text(finding)); });
    if (goes_on)
        lines.emplace_back("goes on");
    return lines;
}

Lines rows_in(ReadCsv& read, std::string_view text) {
    Lines lines;
    TextSource source(text);
    ProviderBytes bytes(source);
    const ConverterInput input{"q.csv", bytes};
    read(
        input, [&](const QuotaUsage& quota) { lines.push_back(text_of(quota)); },
        [&](const Diagnostic& finding) { lines.push_back(finding_text(finding)); });
    return lines;
}

std::string onefs(const std::string& usage, const std::string& type = "directory") {
    return R"({"quotas": [{"path": "/ifs/a/", "type": ")" + type + R"(", "usage": )" + usage +
           "}]}";
}

}  // namespace

TEST_CASE("P21: logical bytes are fslogical of OneFS 8 and later, logical of those before") {
    CHECK(quotas_in(read_onefs_json, onefs(R"({"applogical": 40, "fslogical": 50, "fsphysical": 70,
                              "physical": 71})")) == Lines{"directory /ifs/a 50 70 -"});
    CHECK(quotas_in(read_onefs_json, onefs(R"({"inodes": 1, "logical": 50, "physical": 70})")) ==
          Lines{"directory /ifs/a 50 70 -"});
    CHECK(quotas_in(read_onefs_json, onefs(R"({"fslogical": null, "applogical": 40})")) ==
          Lines{"directory /ifs/a 40 - -"});
}

TEST_CASE("P21: logical bytes that cannot be read are an error, never replaced by physical ones") {
    for (const auto* bytes : {"\"12x\"", "1.5", "-1", "\"1,000\"", "true", "[]", "{}"}) {
        const auto lines = quotas_in(read_onefs_json, onefs(std::string(R"({"fslogical": )") +
                                                            bytes + R"(, "physical": 70})"));
        INFO(bytes);
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().starts_with(
            "0 error FB602 | quota 1 (/ifs/a): this is no whole number of bytes | "));
    }
    CHECK(quotas_in(read_onefs_json, onefs(R"({"fslogical": 1E+3})")) ==
          Lines{"directory /ifs/a 1000 - -"});
}

TEST_CASE("what OneFS is still counting is told apart by the kind of bytes") {
    CHECK(quotas_in(read_onefs_json, onefs(R"({"fslogical": 5, "fslogical_ready": false})")) ==
          Lines{"directory /ifs/a 5 - - (counting)"});
    CHECK(quotas_in(read_onefs_json,
                    onefs(R"({"fslogical": 5, "physical": 7, "physical_ready": false})")) ==
          Lines{"directory /ifs/a 5 7 - (counting physical)"});
    CHECK(quotas_in(read_onefs_json, R"([{"path": "/a", "type": "directory", "ready": false,
                                          "usage": {"logical": 5}}])") ==
          Lines{"directory /a 5 - - (counting) (counting physical)"});
}

TEST_CASE("the persona of a quota is a name, or the number of someone without one") {
    const auto persona = [](const std::string& text) {
        return quotas_in(read_onefs_json,
                         R"({"quotas": [{"path": "/h", "type": "user", "persona": )" + text +
                             R"(, "usage": {"logical": 5}}]})");
    };
    CHECK(persona(R"({"id": "UID:7", "name": "lin"})") == Lines{"user /h#lin 5 - -"});
    CHECK(persona(R"({"id": "UID:7", "name": null})") == Lines{"user /h#UID:7 5 - -"});
}

TEST_CASE("an unknown type of quota is told and charged; default quotas may have no usage") {
    CHECK(quotas_in(read_onefs_json, onefs(R"({"logical": 5})", "project")) ==
          Lines{"0 warning FB603 | quota 1 (/ifs/a): an unknown type of quota; it is charged all "
                "the same | project | types are directory, user, group and default-...; look it up "
                "in the manual of OneFS",
                "directory /ifs/a 5 - -"});
    CHECK(quotas_in(read_onefs_json, onefs("{}", "default-directory")) ==
          Lines{"default-directory /ifs/a - - -"});
    CHECK(quotas_in(read_onefs_json, onefs("{}")) ==
          Lines{"0 error FB601 | quota 1 (/ifs/a): it has no path or no usage in bytes |  | export "
                "it with 'isi quota quotas list --format=json', or from /platform/1/quota/quotas"});
}

TEST_CASE("pages go on while they name a further one") {
    CHECK(quotas_in(read_onefs_json, R"({"quotas": [], "resume": "1-1-abc"})") == Lines{"goes on"});
    CHECK(quotas_in(read_onefs_json, R"({"quotas": [], "resume": null})").empty());
    CHECK(quotas_in(read_onefs_json, "[]").empty());
    CHECK(quotas_in(read_qumulo_json,
                    R"({"quotas": [], "paging": {"next": "/v1/files/quotas/status/?after=2"}})") ==
          Lines{"goes on"});
    CHECK(quotas_in(read_qumulo_json, R"({"quotas": [], "paging": {"next": ""}})").empty());
}

TEST_CASE("JSON of another form is refused") {
    CHECK(quotas_in(read_onefs_json, R"({"errors": [{"code": "AEC_UNAUTHORIZED"}]})") ==
          Lines{"0 error FB601 | the JSON has no list 'quotas' |  | export the quotas as "
                "docs/integrations says"});
    CHECK(quotas_in(read_qumulo_json, R"({"quotas": [{"path": "/a/", "capacity_usage": "5"},)") ==
          Lines{"directory /a 5 - -", "0 error FB601 | the file is no JSON from byte 52 on |  | "
                                      "export it again"});
}

TEST_CASE("sizes of isi have binary units") {
    CHECK(rows_in(read_onefs_csv, "Type,AppliesTo,Path,Snap,Hard,Soft,Adv,Used\n"
                                  "directory,DEFAULT,/ifs/a,No,10.00G,-,-,1.50T\n"
                                  "user,lin,/ifs/home,No,-,-,-,2.00k\n"
                                  "group,bio,/ifs/home,No,-,-,-,0.00\n"
                                  "default-user,DEFAULT,/ifs/home,No,-,-,-,-\n"
                                  "directory,DEFAULT,/ifs/b,No,-,-,-,123456789012\n"
                                  "directory,DEFAULT,/ifs/c,No,-,-,-,1B\n") ==
          Lines{"directory /ifs/a 1649267441664 - 10737418240", "user /ifs/home#lin 2048 - -",
                "group /ifs/home#bio 0 - -", "default-user /ifs/home - - -",
                "directory /ifs/b 123456789012 - -", "directory /ifs/c 1 - -"});
}

TEST_CASE("a row without a path or a size is an error") {
    CHECK(rows_in(read_onefs_csv, "Type,Path,Used\ndirectory,/ifs/a,-\ndirectory,,5\n"
                                  "directory,/ifs/b,much\n") ==
          Lines{"2 error FB602 Used | the row has no path or no size | - | write both",
                "3 error FB602 Path | the row has no path or no size | 5 | write both",
                "4 error FB602 Used | this is no size | much | write bytes, or a number with one "
                "of B, K, M, G, T, P, E"});
}

TEST_CASE("Qumulo writes bytes as texts") {
    CHECK(quotas_in(read_qumulo_json,
                    R"({"quotas": [
      {"id": "2", "path": "/fs/tic/", "limit": "1000000000000", "capacity_usage": "999999999"},
      {"id": "3", "path": "/fs/tac/", "limit": "1e", "capacity_usage": "1"},
      {"id": "4", "path": "/fs/toe/", "limit": "1"}], "paging": {"next": ""}})") ==
          Lines{"directory /fs/tic 999999999 - 1000000000000",
                "0 error FB602 | quota 2 (/fs/tac): this is no whole number of bytes | 1e | export "
                "it again; bytes are written in digits alone",
                "0 error FB601 | quota 3 (/fs/toe): it has no path or no capacity_usage in bytes | "
                " | export it from /v1/files/quotas/status/"});
}

TEST_CASE("the columns of a CSV of capacities have several names") {
    for (const auto* header : {"path,capacity_usage,limit,id",
                               "Directory,Used Bytes,Quota,Quota ID", "PATH,usage,hard limit,ID"}) {
        INFO(header);
        CHECK(rows_in(read_qumulo_csv, std::string(header) + "\n/a/,5,9,1\n") ==
              Lines{"directory /a 5 - 9"});
    }
}

TEST_CASE("a slash at the end of a path does not count") {
    CHECK(folder_path("/ifs/a/") == "/ifs/a");
    CHECK(folder_path("/") == "/");
    CHECK(folder_path("//") == "/");
}

TEST_CASE("the examples of the manuals are read") {
    const auto folder = project_path("../shared/data/storage-quota");
    if (!std::filesystem::is_directory(folder)) {
        WARN("skipped: ../shared/data/storage-quota is missing");
        return;
    }
    CHECK(quotas_in(read_onefs_json, file_text(folder / "onefs-quota-quotas.v8.json")) ==
          Lines{"directory /ifs/projects 50 70 100",
                "user /ifs/home#test_user_12 0 0 - (counting physical)"});
    CHECK(quotas_in(read_qumulo_json, file_text(folder / "qumulo-quotas-status.example.json")) ==
          Lines{"directory /storage2-dev/fs1/tic 999999999 - 1000000000000",
                "directory /storage2-dev/fs1/tac 100000000 - 1000000000000",
                "directory /storage2-dev/fs1/toe 500000000000 - 500000000000", "goes on"});
}
