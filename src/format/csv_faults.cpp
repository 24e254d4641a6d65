#include "format/csv_faults.hpp"

#include <stdexcept>

namespace focus_billing {

namespace {

Diagnostic record_too_long(const CsvScanner& scanner, Place place) {
    auto diagnostic = make_diagnostic(106, std::move(place), "a record is longer than 16 MiB", {},
                                      "check the end of this record; no FOCUS row is that long");
    if (scanner.open_quote_line() != 0) {
        diagnostic.help = "a quote that begins on line " +
                          std::to_string(scanner.open_quote_line()) +
                          " is not closed: add the missing \"";
    }
    return diagnostic;
}

}  // namespace

Diagnostic describe_return_alone(Place place) {
    return make_diagnostic(
        108, std::move(place), "the lines end with CR alone", {},
        "convert the line ends, for example: tr '\\r' '\\n' < OLD.csv > NEW.csv");
}

Diagnostic describe_fault(const CsvScanner& scanner, const std::string& file) {
    Place place{.file = file, .line = scanner.fault_line(), .column = 0};
    switch (scanner.fault()) {
    case CsvFault::not_utf8:
        return make_diagnostic(102, std::move(place), "the text is not UTF-8", {},
                               "convert the file, for example: iconv -f WINDOWS-1252 -t UTF-8 "
                               "OLD.csv > NEW.csv");
    case CsvFault::nul_byte:
        return make_diagnostic(103, std::move(place), "a NUL byte stands in the text", {},
                               "export the file again; it is damaged or no text file");
    case CsvFault::unclosed_quote:
        return make_diagnostic(104, std::move(place), "the quote that begins here is never closed",
                               {},
                               "add the missing \" at the end of the field, or fetch the file "
                               "again if its end is missing");
    case CsvFault::stray_quote:
        return make_diagnostic(105, std::move(place),
                               "a quote stands inside a field that does not begin with one", {},
                               "put the whole field in quotes and double the quote: 24\" "
                               "becomes \"24\"\"\"");
    case CsvFault::text_after_quote:
        return make_diagnostic(105, std::move(place), "text follows a closing quote", {},
                               "a quoted field ends with its quote; double a quote that belongs "
                               "to the text: \"say \"\"yes\"\"\"");
    case CsvFault::return_alone: return describe_return_alone(std::move(place));
    case CsvFault::record_too_long: return record_too_long(scanner, std::move(place));
    case CsvFault::none: break;
    }
    throw std::logic_error("a CSV fault that no byte accounts for");
}

std::optional<Diagnostic> recognise_other_format(std::string_view first_bytes,
                                                 const std::string& file) {
    const Place place{.file = file, .line = 1, .column = 0};
    if (first_bytes.starts_with("\xFF\xFE") || first_bytes.starts_with("\xFE\xFF")) {
        return make_diagnostic(109, place, "the text is UTF-16", {},
                               "save it as UTF-8, for example: iconv -f UTF-16 -t UTF-8 OLD.csv > "
                               "NEW.csv");
    }
    const auto other = [&](std::string_view what, std::string_view help) {
        return make_diagnostic(110, place, "this is " + std::string(what) + ", not CSV", {},
                               std::string(help));
    };
    if (first_bytes.starts_with("PK\x03\x04")) {
        return other("a zip archive or an Excel workbook",
                     "unpack it, or save the sheet as 'CSV UTF-8'");
    }
    if (first_bytes.starts_with("PAR1")) {
        return other("a Parquet file", "choose CSV as the format of the export");
    }
    if (first_bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return other("an old Excel workbook", "save the sheet as 'CSV UTF-8'");
    }
    return std::nullopt;
}

}  // namespace focus_billing
