#include <catch2/catch.hpp>

#include <unistd.h>

#include <fstream>

#include "support/run_program.hpp"

using namespace focus_billing;

namespace {

namespace fs = std::filesystem;

/// A file that is gone when the test is over.
class GeneratedFile {
public:
    explicit GeneratedFile(const std::string& text)
        : m_path(fs::temp_directory_path() /
                 ("focus-billing-threads-" + std::to_string(getpid()) + ".csv")) {
        std::ofstream(m_path, std::ios::binary) << text;
    }
    GeneratedFile(const GeneratedFile&) = delete;
    GeneratedFile& operator=(const GeneratedFile&) = delete;
    ~GeneratedFile() { fs::remove(m_path); }

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

const std::string header = "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,"
                           "BilledCost,ListCost,EffectiveCost,BillingCurrency,ChargeCategory,"
                           "ResourceId,Tags,x_Note,ContractedCosts\n";
const std::string month = "2025-01-01T00:00:00Z,2025-02-01T00:00:00Z,";
const std::string day = "2025-01-03T00:00:00Z,2025-01-04T00:00:00Z,";
const std::string costs = "0.1,0.30000000000000000000000001,0.01,USD,Usage,";
const std::string payer = R"("{""pi_email"":""ada@example.edu"",""project_id"":""reef"",)"
                          R"(""fund_org"":""123456-2345""}",)";

/// One row for each finding that a row can have; of the others, a good row.
std::vector<std::string> faulty_rows() {
    const auto with_costs = [](const std::string& text) {
        return month + day + text + "vm-1," + payer + ",\n";
    };
    const auto with_tags = [](const std::string& text) {
        return month + day + costs + "vm-2," + text + ",,\n";
    };
    const auto with_dates = [](const std::string& text) {
        return text + costs + "vm-3," + payer + ",\n";
    };
    return {
        "2025-01-01T00:00:00Z,too,few\n",
        with_costs("\"1,5\",1,1,USD,Usage,"),
        with_costs(",1,1,USD,Usage,"),
        with_costs(std::string(39, '9') + ",1,1,USD,Usage,"),
        with_costs("+1,1,1,USD,Usage,"),
        with_costs("1,1,1,XYZ,Usage,"),
        with_costs("1,1,1,eur,Usage,"),
        with_costs("1,1,1,,Usage,"),
        with_costs("1,1,1,EUR,usage,"),
        with_tags("{}"),
        with_tags("\"not JSON\""),
        with_tags(R"("{""pi_email"":""a@example.edu"",""project_id"":""b"",""fund_org"":""12""}")"),
        with_tags(R"("{""pi_email"":""a@example.edu"",""note"":""training""}")"),
        with_dates("01/02/2025,," + day),
        with_dates("2025-01-01 00:00:00,2025-01-31," + day),
        with_dates(month + "2025-01-01,2025-01-31,"),
        with_dates(month + "2025-01-03,2025-01-02,"),
        with_dates(month + "2025-01-03T00:00:00Z,2025-01-03T00:00:00Z,"),
        with_dates(month + "2025-05-03,2025-05-04,"),
        with_dates("2025-01-01,2025-12-31," + day),
        with_dates("1025-01-01,," + day),
        with_dates("2025-02-01,2025-03-01,2025-02-03,2025-02-04,"),
    };
}

std::string generated(int rows) {
    const auto faulty = faulty_rows();
    std::string text = header;
    for (int i = 0; i < rows; ++i) {
        const auto number = std::to_string(i);
        if (i % 7 == 3) {
            text += faulty[static_cast<std::size_t>(i / 7) % faulty.size()];
        } else {
            text += month + day + costs + "\"vm " + number + ", of a\ncluster\"," + payer +
                    std::string(static_cast<std::size_t>(i % 400), 'x') + ",\n";
        }
    }
    return text;
}

void check_same_output(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--threads", "1"});
    const auto alone = run_with_example(arguments);
    for (const char* threads : {"2", "4"}) {
        INFO(arguments.front() << " " << arguments[1] << " --threads " << threads);
        arguments.back() = threads;
        const auto together = run_with_example(arguments);
        CHECK(together.exit_code == alone.exit_code);
        CHECK((together.out == alone.out));
        CHECK((together.err == alone.err));
    }
}

void check_all_outputs(const fs::path& path) {
    const auto file = path.string();
    check_same_output({"ingest", file, "--dry-run", "--json"});
    check_same_output({"ingest", file, "--dry-run"});
    check_same_output({"ingest", file, "--dry-run", "--all", "--period", "2025-01"});
    check_same_output({"validate", file});
}

}  // namespace

TEST_CASE("samples give the same reports with any number of threads") {
    const auto samples = csv_files(project_path("samples"));
    CHECK(samples.size() == 7);
    for (const auto& file : samples)
        check_all_outputs(file);
}

TEST_CASE("broken samples give the same reports with any number of threads") {
    const auto samples = csv_files(project_path("samples/broken"));
    CHECK(samples.size() == 24);
    for (const auto& file : samples)
        check_all_outputs(file);
}

TEST_CASE("a long file with findings of every kind gives the same reports") {
    const GeneratedFile file(generated(50'000));
    const auto report = run_with_example({"ingest", file.path().string(), "--dry-run", "--json",
                                          "--period", "2025-01"})
                            .json()
                            .at("files")
                            .at(0);
    CHECK(report.at("rows") == 50'000);
    for (const char* code :
         {"FB111", "FB117", "FB119", "FB201", "FB202", "FB203", "FB204", "FB205", "FB206", "FB207",
          "FB208", "FB209", "FB210", "FB211", "FB212", "FB213", "FB301", "FB302", "FB303", "FB304",
          "FB305", "FB401", "FB402", "FB403", "FB404", "FB405", "FB406", "FB407"}) {
        INFO(code);
        CHECK(report.at("counts").contains(code));
    }
    check_all_outputs(file.path());
}

TEST_CASE("a long file that breaks off gives the same reports") {
    for (const char* end : {"\"never closed\n1,2,3\n", "2025-01-01,,\"a\"b,\n", "2025-01-01,\xE9\n",
                            "2025-01-01,x\"y,\n"}) {
        const GeneratedFile file(generated(8'000) + end + generated(2'000));
        const auto path = file.path().string();
        const auto run = run_with_example({"validate", path, "--json"}).json();
        CHECK(run.at("files").at(0).at("read_to_end") == false);
        check_same_output({"ingest", path, "--dry-run", "--json"});
        check_same_output({"validate", path});
    }
}
