#include "focus_billing/format/manifest.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

std::string number_text(const std::optional<std::uint64_t>& number) {
    return number ? std::to_string(*number) : "-";
}

/// The files with size and rows, then what is said of all, or why it is no manifest.
std::string read(std::string_view text) {
    const auto reading = read_manifest(text);
    if (!reading.fault.empty())
        return reading.fault;
    std::string all;
    for (const auto& file : reading.manifest.files)
        all += file.path + " " + number_text(file.size) + " " + number_text(file.rows) + "; ";
    return all + number_text(reading.manifest.count) + " " + number_text(reading.manifest.rows);
}

}  // namespace

TEST_CASE("a manifest of AWS Data Exports lists paths", "[manifest]") {
    CHECK(
        read(R"({"executionId":"e","dataFiles":["s3://b/p/x/data/BILLING_PERIOD=2025-01/x-1.csv.gz",
        "s3://b/p/x/data/BILLING_PERIOD=2025-01/x-2.csv.gz"],"columns":[{"name":"BilledCost"}]})") ==
        "s3://b/p/x/data/BILLING_PERIOD=2025-01/x-1.csv.gz - -; "
        "s3://b/p/x/data/BILLING_PERIOD=2025-01/x-2.csv.gz - -; - -");
}

TEST_CASE("a manifest of an AWS Cost and Usage Report lists keys", "[manifest]") {
    CHECK(read(R"({"assemblyId":"a","reportKeys":["p/x/20250101-20250201/a/x-1.csv.gz"]})") ==
          "p/x/20250101-20250201/a/x-1.csv.gz - -; - -");
}

TEST_CASE("a manifest of Azure tells sizes and rows", "[manifest]") {
    CHECK(read(R"({"manifestVersion":"2024-04-01","byteCount":30,"blobCount":2,"dataRowCount":5,
        "exportConfig":{"blobs":[1],"dataRowCount":"x"},
        "blobs":[{"blobName":"d/part_0_0001.csv","byteCount":10,"dataRowCount":2},
                 {"byteCount":20,"blobName":"d/part_1_0001.csv","dataRowCount":null,
                  "more":{"blobName":[]}}]})") ==
          "d/part_0_0001.csv 10 2; d/part_1_0001.csv 20 -; 2 5");
}

TEST_CASE("an empty list is read as one", "[manifest]") {
    CHECK(read(R"({"dataFiles":[]})") == "- -");
}

TEST_CASE("what is no manifest is told", "[manifest]") {
    CHECK(read("") == "it stops being JSON at character 1");
    CHECK(read(R"({"dataFiles":["a.csv")") == "it stops being JSON at character 22");
    CHECK(read("[]") == "it is no JSON object");
    CHECK(read("7") == "it is no JSON object");
    CHECK(read("{}") == "it has no list of data files");
    CHECK(read(R"({"a":{"dataFiles":["x.csv"]}})") == "it has no list of data files");
    CHECK(read(R"({"dataFiles":"x.csv"})") == "its dataFiles is no list");
    CHECK(read(R"({"blobs":{}})") == "its blobs is no list");
    CHECK(read(R"({"dataFiles":[],"reportKeys":[]})") == "it has two lists of data files");
    CHECK(read(R"({"dataFiles":[1]})") == "its list of data files has something else in it");
    CHECK(read(R"({"dataFiles":[{}]})") == "its list of data files has something else in it");
    CHECK(read(R"({"blobs":["x"]})") == "its list of data files has something else in it");
    CHECK(read(R"({"blobs":[{"byteCount":1}]})") == "a data file has no name");
    CHECK(read(R"({"blobs":[{"blobName":1}]})") == "a data file has no name");
    CHECK(read(R"({"dataFiles":["s3://b/"]})") == "a data file has no name");
    CHECK(read(R"({"blobs":[{"blobName":[]}]})") ==
          "the blobName of a data file is not of the right kind");
    CHECK(read(R"({"blobs":[{"blobName":"x","byteCount":-1}]})") ==
          "its byteCount is no counting number");
    CHECK(read(R"({"blobs":[{"blobName":"x","dataRowCount":1.5}]})") ==
          "its dataRowCount is no counting number");
    CHECK(read(R"({"blobs":[],"blobCount":"2"})") == "its blobCount is no counting number");
}

TEST_CASE("deep nesting is no harm", "[manifest]") {
    const std::string deep = R"({"x":)" + std::string(100'000, '[') + std::string(100'000, ']') +
                             R"(,"dataFiles":["a.csv"]})";
    CHECK(read(deep) == "a.csv - -; - -");
}

TEST_CASE("too many files are no delivery", "[manifest]") {
    std::string many = R"({"dataFiles":["a")";
    for (int i = 0; i < 100'000; ++i)
        many += R"(,"a")";
    CHECK(read(many + "]}") == "it names more than 100000 data files");
}
