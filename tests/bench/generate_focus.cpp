#include "control_totals.hpp"
#include "focus_export.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>

namespace focus_billing {

ExportPeriod::ExportPeriod(Month billing_month) : month(billing_month), name(month.text()) {
    for (int day = 1; day <= month.days() + 1; ++day)
        dates.push_back(date_text(month, day));
    for (int hour = 0; hour <= month.days() * 24; ++hour)
        hours.push_back(hour_text(month, hour));
}

std::uint64_t draw_resource(RandomSource& random, std::uint64_t row) {
    return row > 0 && random.below(6) == 0 ? random.below(row) : row;
}

namespace {

/// A file under construction: flushed in blocks, refusing to go on after a failed write.
class OutputFile {
public:
    explicit OutputFile(const std::string& path) : m_path(path), m_file(path, std::ios::binary) {
        check();
    }

    void write(std::string& buffer) {
        m_file.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        m_bytes += buffer.size();
        buffer.clear();
        check();
    }

    std::uint64_t finish() {
        m_file.close();
        check();
        return m_bytes;
    }

private:
    void check() const {
        if (!m_file)
            throw std::runtime_error("cannot write " + m_path);
    }

    std::string m_path;
    std::ofstream m_file;
    std::uint64_t m_bytes = 0;
};

/// The rows are spread over the billing periods in the order of the file.
Month month_of_row(const GenerationOptions& options, std::uint64_t row) {
    const auto months = static_cast<std::uint64_t>(options.months);
    return options.first_month.plus(static_cast<int>(row * months / options.rows));
}

std::uint64_t write_export(const GenerationOptions& options, ControlTotals& totals) {
    constexpr std::size_t block = 1U << 20U;
    const bool cloud = options.kind == ExportKind::cloud;
    OutputFile file(options.output);
    std::string buffer;
    RowText text(buffer, options.quote_all);
    (cloud ? write_cloud_header : write_campus_header)(text);
    TagPool tag_pool(options);
    RandomSource random(options.seed);
    std::optional<ExportPeriod> period;
    for (std::uint64_t number = 0; number < options.rows; ++number) {
        const Month month = month_of_row(options, number);
        if (!period || period->name != month.text())
            period.emplace(month);
        const TagSet& tags = tag_pool.draw(random, number);
        const ChargeAmounts amounts = (cloud ? write_cloud_row : write_campus_row)(
            text, options, {number, *period, tags, random});
        totals.add(period->name, amounts, tags);
        if (buffer.size() > block)
            file.write(buffer);
    }
    file.write(buffer);
    return file.finish();
}

void generate(const GenerationOptions& options) {
    ControlTotals totals;
    const std::uint64_t bytes = write_export(options, totals);
    if (options.manifest.empty())
        return;
    OutputFile file(options.manifest);
    std::string manifest = totals.manifest(options, bytes);
    file.write(manifest);
    file.finish();
}

}  // namespace

}  // namespace focus_billing

int main(int argument_count, char** arguments) {
    try {
        const std::span<char* const> all(arguments, static_cast<std::size_t>(argument_count));
        focus_billing::generate(focus_billing::parse_options(all.subspan(1)));
        return 0;
    } catch (const focus_billing::OptionError& error) {
        std::cerr << "generate_focus: " << error.what() << '\n' << focus_billing::usage_text();
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "generate_focus: " << error.what() << '\n';
        return 3;
    }
}
