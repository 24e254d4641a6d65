#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Creates a file with this text, flushed to the disk. Throws Error: FB024 (usage) if the name
/// exists, FB903 (environment) if the file cannot be written, in which case it is removed.
void create_file(const std::string& path, std::string_view text);

/// Creates a folder and its missing parents. Throws Error FB903 (environment).
void make_folder(const std::string& path);

/// What to do with an existing file of this name.
enum class ExistingFile { refused, replaced };

/// A file that is written as `PATH.part` and renamed when it is complete. If it is not kept, it is
/// removed, and so are the remains of a killed command. A new file is readable by its owner only;
/// one that may replace another follows the user's umask.
///
/// Throws Error: FB024 (usage) if the name exists and must not be replaced, FB903 (environment) if
/// the file cannot be written, FB908 (environment) if another command is writing it.
class AtomicFile {
public:
    explicit AtomicFile(std::string path, ExistingFile existing = ExistingFile::refused);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    /// The path for the bytes: an empty file at first.
    [[nodiscard]] const std::string& part() const { return m_part; }

    /// Appends bytes.
    void write(std::string_view bytes);

    /// Flushes the file to the disk and gives it its name.
    void keep();

private:
    void refuse_existing() const;
    [[nodiscard]] bool is_in_its_place() const;
    void prepare();
    void rename() const;
    void flush_folder() const;

    std::string m_path;
    ExistingFile m_existing;
    std::string m_part;
    int m_file = -1;
    bool m_removes = false;
};

}  // namespace focus_billing
