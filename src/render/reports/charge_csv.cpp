#include "focus_billing/render/reports/charge_csv.hpp"

#include "focus_billing/format/csv_writer.hpp"

namespace focus_billing {

namespace {

class ChargeCsv : public ChargeList {
public:
    std::string begin() override {
        for (const auto& column : charge_columns)
            m_writer.add_text(column.name);
        return m_writer.take_record();
    }

    std::string add(const StoredCharge& charge) override {
        for (std::size_t i = 0; i < charge_columns.size(); ++i)
            add_cell(charge.cells[i], charge_columns[i].kind);
        return m_writer.take_record();
    }

    std::string end(std::uint64_t) override { return {}; }

private:
    void add_cell(const std::optional<std::string_view>& cell, CellKind kind) {
        if (!cell)
            return m_writer.add_null();
        switch (kind) {
        case CellKind::amount:
        case CellKind::integer: return m_writer.add_number(*cell);
        case CellKind::truth: return m_writer.add_text(*cell == "0" ? "false" : "true");
        case CellKind::text:
        case CellKind::tags:
        case CellKind::flags: return m_writer.add_text(*cell);
        }
    }

    CsvWriter m_writer;
};

}  // namespace

std::unique_ptr<ChargeList> make_charge_csv() {
    return std::make_unique<ChargeCsv>();
}

}  // namespace focus_billing
