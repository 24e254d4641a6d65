#pragma once

#include <string>

namespace focus_billing {

/// A new file that comes about aside, as `PATH.part`, which its owner alone can read, and gets its
/// name when it is complete. What was not kept is removed; so is what a killed command left there.
///
/// Throws Error: FB024 (usage) if there is something of this name already, FB903 (environment) if
/// the file cannot be written, FB908 (environment) if another command is writing it.
class AsideFile {
public:
    explicit AsideFile(std::string path);
    AsideFile(const AsideFile&) = delete;
    AsideFile& operator=(const AsideFile&) = delete;
    ~AsideFile();

    /// Where the bytes go: an empty file at first.
    [[nodiscard]] const std::string& part() const { return m_part; }

    /// Flushes the file to the disk and gives it its name.
    void keep();

private:
    void refuse_existing() const;
    [[nodiscard]] bool is_in_its_place() const;
    void prepare();
    void rename() const;
    void flush_folder() const;

    std::string m_path;
    std::string m_part;
    int m_file = -1;
    bool m_removes = false;
};

}  // namespace focus_billing
